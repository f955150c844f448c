#include "ui/shell/main_window.h"

#include "ui/shell/confirm_dialog.h"
#include "ui/shell/holds_work.h"
#include "ui/shell/screen.h"
#include "ui/shell/unsaved_dialog.h"

#include <QApplication>
#include <QCloseEvent>
#include <QScreen>
#include <QSettings>
#include <QTimer>

#include <algorithm>
#include <memory>

// Closing the window, leaving a workspace, and the window's place on the screen.

namespace wayreeve::ui {

namespace {

const QString geometryKey = QStringLiteral("window/geometry");
/// Of a window manager's frame, until the real one is known.
constexpr QMargins usualFrame{4, 32, 4, 4};

} // namespace

QList<Screen*> MainWindow::unsavedScreens() const {
    QList<Screen*> found;
    for (Screen* made : m_screens)
        if (!made->unsaved().isEmpty())
            found.append(made);
    return found;
}

HoldsWork* MainWindow::workHolder() const {
    for (Screen* made : m_screens)
        if (auto* holder = dynamic_cast<HoldsWork*>(made); holder && !holder->workQuestion().title.isEmpty())
            return holder;
    return nullptr;
}

void MainWindow::endWork(HoldsWork& holder, std::function<void()> then) {
    const HoldsWork::Question question = holder.workQuestion();
    m_askingWork = new ConfirmDialog(question.title, question.text, question.yes, this);
    m_askingWork->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_askingWork, &QDialog::accepted, this, [this, &holder, then = std::move(then)] {
        m_endingWork = true;
        holder.endWork([guard = QPointer<MainWindow>(this), then] {
            if (!guard)
                return;
            guard->m_endingWork = false;
            QTimer::singleShot(0, guard, [guard, then] { guard->leave(then); }); // the screen ends its own work first
        });
    });
    m_askingWork->open();
}

void MainWindow::leave(std::function<void()> then) {
    if (m_endingWork)
        return; // it follows when that is over
    for (QDialog* asking : {static_cast<QDialog*>(m_asking), static_cast<QDialog*>(m_askingWork)})
        if (asking) {
            asking->raise();
            return;
        }
    if (HoldsWork* holder = workHolder()) {
        endWork(*holder, std::move(then));
        return;
    }
    // What stands in a field and was not entered yet is a change as well.
    const QPointer<QWidget> focus = focusWidget();
    if (focus)
        focus->clearFocus();
    const QList<Screen*> screens = unsavedScreens();
    if (screens.isEmpty()) {
        then();
        return;
    }
    QStringList names;
    for (const Screen* made : screens)
        names.append(made->unsaved());
    m_asking = new UnsavedDialog(names, this);
    m_asking->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_asking, &QDialog::finished, this, [this, focus, then = std::move(then)](int answer) {
        m_asking.clear();
        if (answer == UnsavedDialog::Save) {
            saveAll(then);
        } else if (answer == UnsavedDialog::Discard) {
            for (Screen* made : unsavedScreens())
                made->discardUnsaved();
            QTimer::singleShot(0, this, then);
        } else if (focus) {
            focus->setFocus(Qt::OtherFocusReason);
        }
    });
    m_asking->open();
}

void MainWindow::saveAll(std::function<void()> then) {
    const QList<Screen*> screens = unsavedScreens();
    struct Count {
        qsizetype left;
        bool ok = true;
    };
    auto count = std::make_shared<Count>(Count{screens.size()});
    for (Screen* made : screens) {
        connect(
            made, &Screen::unsavedSaved, this,
            [this, count, then](bool ok) {
                count->ok = count->ok && ok;
                if (--count->left == 0 && count->ok)
                    QTimer::singleShot(0, this, then); // the screen ends its own work first
            },
            Qt::SingleShotConnection);
        made->saveUnsaved();
    }
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (QWidget* focus = focusWidget())
        focus->clearFocus();
    if (m_asking || m_askingWork || m_endingWork || workHolder() || !unsavedScreens().isEmpty()) {
        event->ignore();
        leave([this] { close(); });
        return;
    }
    if (m_remembersPlace)
        QSettings().setValue(geometryKey, saveGeometry());
    QWidget::closeEvent(event);
}

void MainWindow::restorePlace(const QSize& wanted) {
    m_remembersPlace = true;
    const QRect room = QWidget::screen()->availableGeometry();
    const QSize least = room.marginsRemoved(usualFrame).size();
    setMinimumSize(minimumSize().boundedTo(least));
    if (restoreGeometry(QSettings().value(geometryKey).toByteArray()))
        return;
    setGeometry(fitted({room.center() - QPoint(wanted.width(), wanted.height()) / 2, wanted}, room, usualFrame));
}

QRect MainWindow::fitted(const QRect& wanted, const QRect& room, const QMargins& frame) {
    const QRect inside = room.marginsRemoved(frame);
    QRect found(wanted.topLeft(), wanted.size().boundedTo(inside.size()));
    found.moveLeft(std::clamp(found.left(), inside.left(), inside.right() + 1 - found.width()));
    found.moveTop(std::clamp(found.top(), inside.top(), inside.bottom() + 1 - found.height()));
    return found;
}

/// With the frame that it really got.
void MainWindow::fitToScreen() {
    if (isMaximized() || isFullScreen() || !isVisible())
        return;
    const QRect outer = frameGeometry();
    const QRect inner = geometry();
    const QMargins frame(inner.left() - outer.left(), inner.top() - outer.top(), outer.right() - inner.right(),
                         outer.bottom() - inner.bottom());
    if (const QRect fit = fitted(inner, QWidget::screen()->availableGeometry(), frame); fit != inner)
        setGeometry(fit);
}

void MainWindow::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    // The window manager frames it after it is shown; there is no sign of when it has.
    if (m_remembersPlace)
        QTimer::singleShot(200, this, &MainWindow::fitToScreen);
}

} // namespace wayreeve::ui
