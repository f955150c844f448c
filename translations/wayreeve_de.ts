<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AppContext</name>
    <message>
        <source>Not stopped.</source>
        <translation>Nicht angehalten.</translation>
    </message>
    <message>
        <source>Still stopped.</source>
        <translation>Noch angehalten.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>Approvals</name>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>soft, %1</source>
        <translation>weich, %1</translation>
    </message>
    <message>
        <source>How these facts come together</source>
        <translation>Wie diese Fakten zusammenkommen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>Bekannt seit</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Decisions so far</source>
        <translation>Bisherige Entscheidungen</translation>
    </message>
    <message>
        <source>Send %1 “%2” by e-mail</source>
        <translation>%1 „%2“ per E-Mail senden</translation>
    </message>
    <message>
        <source>Send %1 “%2” by text message</source>
        <translation>%1 „%2“ per SMS senden</translation>
    </message>
    <message>
        <source>Show %1 “%2” in the app</source>
        <translation>%1 „%2“ in der App zeigen</translation>
    </message>
    <message>
        <source>Show %1 “%2” on the website</source>
        <translation>%1 „%2“ auf der Website zeigen</translation>
    </message>
    <message>
        <source>Call %1: %2</source>
        <translation>%1 anrufen: %2</translation>
    </message>
    <message>
        <source>Write to %1 through support: %2</source>
        <translation>%1 über den Kundendienst schreiben: %2</translation>
    </message>
    <message>
        <source>Show %1 “%2” as an ad</source>
        <translation>%1 „%2“ als Anzeige zeigen</translation>
    </message>
    <message>
        <source>%2, for %1</source>
        <translation>%2, für %1</translation>
    </message>
    <message>
        <source>over</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1 Std. %2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Abwarten</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1 % off</source>
        <translation>%1 % Rabatt</translation>
    </message>
    <message>
        <source>on %1 at %2</source>
        <translation>am %1 um %2</translation>
    </message>
    <message>
        <source>A suggestion: nothing happens unless you take it up.</source>
        <translation>Ein Vorschlag: Es geschieht nichts, solange Sie ihn nicht aufgreifen.</translation>
    </message>
    <message>
        <source>Queued because of: %1.</source>
        <translation>Vorgelegt wegen: %1.</translation>
    </message>
    <message>
        <source>Queued because the matrix has no cell for it.</source>
        <translation>Vorgelegt, weil die Matrix dafür keine Zelle hat.</translation>
    </message>
    <message>
        <source>Queued because the matrix wants a person here (%1).</source>
        <translation>Vorgelegt, weil die Matrix hier einen Menschen verlangt (%1).</translation>
    </message>
    <message>
        <source>Risk raised by: %1.</source>
        <translation>Risiko erhöht durch: %1.</translation>
    </message>
    <message>
        <source>journey “%1”</source>
        <translation>Journey „%1“</translation>
    </message>
    <message>
        <source>From: %1.</source>
        <translation>Von: %1.</translation>
    </message>
    <message>
        <source>Yes, without cost.</source>
        <translation>Ja, ohne Kosten.</translation>
    </message>
    <message>
        <source>Only at a cost.</source>
        <translation>Nur mit Kosten.</translation>
    </message>
    <message>
        <source>No: once it is out, it is out.</source>
        <translation>Nein: Was hinausgegangen ist, ist hinausgegangen.</translation>
    </message>
    <message>
        <source>“%1” undoes it.</source>
        <translation>„%1“ macht es rückgängig.</translation>
    </message>
    <message>
        <source>Without any verdict it expires, and nothing happens.</source>
        <translation>Ohne Urteil läuft es ab, und nichts geschieht.</translation>
    </message>
    <message>
        <source>Without any verdict it expires, and the baseline&apos;s action takes its place.</source>
        <translation>Ohne Urteil läuft es ab, und die Aktion der Baseline tritt an seine Stelle.</translation>
    </message>
    <message>
        <source>Without any verdict it expires, and the case goes to a person.</source>
        <translation>Ohne Urteil läuft es ab, und der Fall geht an einen Menschen.</translation>
    </message>
    <message>
        <source>Nothing of this goes out; the agent decides anew, knowing that it was rejected.</source>
        <translation>Nichts davon geht hinaus; der Agent entscheidet neu und weiß, dass es abgelehnt wurde.</translation>
    </message>
    <message>
        <source>%1, two people</source>
        <translation>%1, zwei Personen</translation>
    </message>
    <message>
        <source>%1, one person</source>
        <translation>%1, eine Person</translation>
    </message>
    <message>
        <source>claimed</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>second person needed</source>
        <translation>zweite Person nötig</translation>
    </message>
    <message>
        <source>may be undone</source>
        <translation>kann noch zurückgenommen werden</translation>
    </message>
    <message>
        <source>waits for its hour</source>
        <translation>wartet auf seine Stunde</translation>
    </message>
    <message>
        <source>going out</source>
        <translation>geht gerade hinaus</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>result unknown</source>
        <translation>Ergebnis unbekannt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>hinfällig</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>beiseitegelegt</translation>
    </message>
    <message>
        <source>Exception, two people</source>
        <translation>Ausnahme, zwei Personen</translation>
    </message>
    <message>
        <source>Exception, one person</source>
        <translation>Ausnahme, eine Person</translation>
    </message>
    <message>
        <source>It is put aside. Nothing else follows from it.</source>
        <translation>Er wird beiseitegelegt. Sonst folgt nichts daraus.</translation>
    </message>
    <message>
        <source>This run has ended with its clock at %1, so its hour does not come.</source>
        <translation>Dieser Lauf ist beendet, seine Uhr steht auf %1; die Stunde kommt also nicht mehr.</translation>
    </message>
    <message>
        <source>It waits for the run’s next turn.</source>
        <translation>Es wartet auf den nächsten Durchgang des Laufs.</translation>
    </message>
    <message>
        <source>This run has ended, so that does not come.</source>
        <translation>Dieser Lauf ist beendet, also kommt er nicht mehr.</translation>
    </message>
    <message>
        <source>It waits for its hour, %1.</source>
        <translation>Es wartet auf seine Stunde: %1.</translation>
    </message>
    <message>
        <source>This run only records: nothing is really sent.</source>
        <translation>Dieser Lauf hält nur fest: Nichts wird wirklich gesendet.</translation>
    </message>
    <message>
        <source>A second person must approve it too; nothing goes out before that.</source>
        <translation>Auch eine zweite Person muss es freigeben; vorher geht nichts hinaus.</translation>
    </message>
    <message>
        <source>It then waits for its hour, %1.</source>
        <translation>Danach wartet es auf seine Stunde: %1.</translation>
    </message>
    <message>
        <source>It is carried out at once, exactly as shown, if its guardrails still hold.</source>
        <translation>Es wird sofort ausgeführt, genau wie gezeigt, wenn seine Leitplanken dann noch eingehalten sind.</translation>
    </message>
    <message>
        <source>It waits for a second person’s approval.</source>
        <translation>Es wartet auf die Freigabe einer zweiten Person.</translation>
    </message>
    <message>
        <source>It goes out when its time to undo is over.</source>
        <translation>Es geht hinaus, sobald es nicht mehr zurückgenommen werden kann.</translation>
    </message>
    <message>
        <source>It waits in the outbox to be sent.</source>
        <translation>Es wartet im Postausgang darauf, gesendet zu werden.</translation>
    </message>
    <message>
        <source>It was carried out; see the outbox in Live.</source>
        <translation>Es wurde ausgeführt; siehe den Postausgang unter Live.</translation>
    </message>
    <message>
        <source>The connector refused it.</source>
        <translation>Der Konnektor hat es abgewiesen.</translation>
    </message>
    <message>
        <source>The connector did not say whether it went out.</source>
        <translation>Der Konnektor hat nicht gemeldet, ob es hinausging.</translation>
    </message>
    <message>
        <source>Its time ended without a verdict.</source>
        <translation>Seine Zeit ist ohne Urteil abgelaufen.</translation>
    </message>
    <message>
        <source>It no longer stands. Nothing goes out.</source>
        <translation>Es ist hinfällig. Nichts geht hinaus.</translation>
    </message>
    <message>
        <source>It no longer stands: %1. Nothing goes out.</source>
        <translation>Es ist hinfällig: %1. Nichts geht hinaus.</translation>
    </message>
    <message>
        <source>A newer proposal took its place.</source>
        <translation>Ein neuerer Vorschlag ist an seine Stelle getreten.</translation>
    </message>
    <message>
        <source>It was left out. Nothing goes out.</source>
        <translation>Es wurde verworfen. Nichts geht hinaus.</translation>
    </message>
    <message>
        <source>Nothing of it goes out.</source>
        <translation>Nichts davon geht hinaus.</translation>
    </message>
    <message>
        <source>Nothing of it goes out. Reason: %1</source>
        <translation>Nichts davon geht hinaus. Grund: %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 um %2</translation>
    </message>
    <message>
        <source>Ctrl+Enter rejects it: nothing of it goes out.</source>
        <translation>Strg+Enter lehnt ab: Nichts davon geht hinaus.</translation>
    </message>
    <message>
        <source>Ctrl+Enter gives the first of two approvals.</source>
        <translation>Strg+Enter gibt die erste von zwei Freigaben.</translation>
    </message>
    <message>
        <source>Ctrl+Enter approves it; it then waits for its hour.</source>
        <translation>Strg+Enter gibt frei; danach wartet es auf seine Stunde.</translation>
    </message>
    <message>
        <source>Ctrl+Enter approves it; it is then carried out.</source>
        <translation>Strg+Enter gibt frei; danach wird es ausgeführt.</translation>
    </message>
    <message>
        <source>Ctrl+Enter approves it; this run really sends nothing.</source>
        <translation>Strg+Enter gibt frei; dieser Lauf sendet nichts wirklich.</translation>
    </message>
    <message>
        <source>Nobody is asked: it only waits for its hour (%1).</source>
        <translation>Niemand wird gefragt: Es wartet nur auf seine Stunde (%1).</translation>
    </message>
    <message>
        <source>What this customer answered to before</source>
        <translation>Worauf dieser Kunde bisher geantwortet hat</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Receives it</source>
        <translation>Empfängt es</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>niemand Bestimmtes</translation>
    </message>
    <message>
        <source>for the account “%1”</source>
        <translation>für das Konto „%1“</translation>
    </message>
</context>
<context>
    <name>ApprovalsPresenter</name>
    <message>
        <source>The queue could not be read.</source>
        <translation>Die Warteschlange konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The decision could not be read.</source>
        <translation>Die Entscheidung konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Nichts ist ausgewählt.</translation>
    </message>
    <message>
        <source>This waits for nobody.</source>
        <translation>Das wartet auf niemanden.</translation>
    </message>
    <message>
        <source>One moment, the last command is being stored.</source>
        <translation>Einen Augenblick, der letzte Befehl wird gerade gespeichert.</translation>
    </message>
    <message>
        <source>You may not decide this: it takes an approver whose grants cover it.</source>
        <translation>Darüber dürfen Sie nicht entscheiden: Es braucht eine Freigabeberechtigung, die es abdeckt.</translation>
    </message>
    <message>
        <source>You gave the first approval; the second takes another person.</source>
        <translation>Die erste Freigabe kam von Ihnen; die zweite braucht eine andere Person.</translation>
    </message>
    <message>
        <source>%1 has claimed it.</source>
        <translation>%1 hat es übernommen.</translation>
    </message>
    <message>
        <source>Claim it first: Enter.</source>
        <translation>Erst übernehmen: Eingabetaste.</translation>
    </message>
    <message>
        <source>High risk: say your verdict and your reason first.</source>
        <translation>Hohes Risiko: Nennen Sie zuerst Ihr Urteil und Ihren Grund.</translation>
    </message>
    <message>
        <source>Once all of the content has been on screen.</source>
        <translation>Sobald der ganze Inhalt zu sehen war.</translation>
    </message>
    <message>
        <source>Claimed for 10 minutes.</source>
        <translation>Für 10 Minuten übernommen.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Freigegeben.</translation>
    </message>
    <message>
        <source>Rejected.</source>
        <translation>Abgelehnt.</translation>
    </message>
    <message>
        <source>Changed. Read it once more before you approve.</source>
        <translation>Geändert. Lesen Sie es noch einmal, bevor Sie es freigeben.</translation>
    </message>
    <message>
        <source>This waits for no verdict.</source>
        <translation>Das wartet auf kein Urteil.</translation>
    </message>
    <message>
        <source>Choose your verdict.</source>
        <translation>Wählen Sie Ihr Urteil.</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>Nennen Sie den Grund.</translation>
    </message>
    <message>
        <source>Not done.</source>
        <translation>Nicht ausgeführt.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Taken up.</source>
        <translation>Aufgegriffen.</translation>
    </message>
    <message>
        <source>Dismissed.</source>
        <translation>Beiseitegelegt.</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Once all of the core’s view has been on screen.</source>
        <translation>Sobald die ganze Sicht des Kerns auf dem Bildschirm war.</translation>
    </message>
</context>
<context>
    <name>ApprovalsScreen</name>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Unclaimed</source>
        <translation>Nicht übernommen</translation>
    </message>
    <message>
        <source>Breaching</source>
        <translation>Frist in Gefahr</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Die Kundin oder der Kunde</translation>
    </message>
    <message>
        <source>Why not? The agent learns from it.</source>
        <translation>Warum nicht? Der Agent lernt daraus.</translation>
    </message>
    <message>
        <source>Reason of the rejection</source>
        <translation>Grund der Ablehnung</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabetaste</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Next approval</source>
        <translation>Nächste Freigabe</translation>
    </message>
    <message>
        <source>Previous approval</source>
        <translation>Vorige Freigabe</translation>
    </message>
    <message>
        <source>Edit what the customer sees</source>
        <translation>Bearbeiten, was die Kundschaft sieht</translation>
    </message>
    <message>
        <source>Store the change or confirm the verdict</source>
        <translation>Die Änderung speichern oder das Urteil bestätigen</translation>
    </message>
    <message>
        <source>Leave the editor</source>
        <translation>Den Editor verlassen</translation>
    </message>
    <message>
        <source>You act as %1 now.</source>
        <translation>Sie handeln jetzt als %1.</translation>
    </message>
    <message>
        <source>The demo lets you; in real work everybody signs in as themselves.</source>
        <translation>Die Demo erlaubt das; im Ernstfall meldet sich jede Person selbst an.</translation>
    </message>
    <message>
        <source>A rejection needs a reason.</source>
        <translation>Eine Ablehnung braucht einen Grund.</translation>
    </message>
    <message>
        <source>run %1, as its clock stands</source>
        <translation>Lauf %1, wie seine Uhr steht</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
    <message>
        <source>Nothing in this list</source>
        <translation>Nichts in dieser Liste</translation>
    </message>
    <message>
        <source>What needs a person’s agreement waits here. Run a simulation to see some.</source>
        <translation>Was die Zustimmung eines Menschen braucht, wartet hier. Starten Sie eine Simulation, um etwas zu sehen.</translation>
    </message>
    <message>
        <source>What needs a person’s agreement waits here, ordered by its deadline.</source>
        <translation>Was die Zustimmung eines Menschen braucht, wartet hier, nach Frist geordnet.</translation>
    </message>
    <message>
        <source>Run a simulation</source>
        <translation>Eine Simulation starten</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Verlängern</translation>
    </message>
    <message>
        <source>Act as %1</source>
        <translation>Als %1 handeln</translation>
    </message>
    <message>
        <source>You may not decide this.</source>
        <translation>Darüber dürfen Sie nicht entscheiden.</translation>
    </message>
    <message>
        <source>%1 (%2) may not decide this.</source>
        <translation>%1 (%2) darf darüber nicht entscheiden.</translation>
    </message>
    <message>
        <source>Nobody in this workspace may; see its people list.</source>
        <translation>Niemand in diesem Arbeitsbereich darf es; siehe die Liste der Personen.</translation>
    </message>
    <message>
        <source>Who may: %1</source>
        <translation>Wer es darf: %1</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Facts as they were</source>
        <translation>Fakten, wie sie waren</translation>
    </message>
    <message>
        <source>Recent story</source>
        <translation>Jüngster Verlauf</translation>
    </message>
    <message>
        <source>Open the decision</source>
        <translation>Die Entscheidung öffnen</translation>
    </message>
    <message>
        <source>Your lock</source>
        <translation>Ihre Sperre</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>With others</source>
        <translation>Bei anderen</translation>
    </message>
    <message>
        <source>To go out</source>
        <translation>Geht hinaus</translation>
    </message>
    <message>
        <source>Take up</source>
        <translation>Aufgreifen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Beiseitelegen</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Stage audit</source>
        <translation>Phasenprüfung</translation>
    </message>
    <message>
        <source>Label as stage %1</source>
        <translation>Als Phase %1 beschriften</translation>
    </message>
    <message>
        <source>Next moment</source>
        <translation>Nächster Moment</translation>
    </message>
    <message>
        <source>Previous moment</source>
        <translation>Voriger Moment</translation>
    </message>
    <message>
        <source>Take the label back</source>
        <translation>Beschriftung zurücknehmen</translation>
    </message>
    <message>
        <source>Show what the core read</source>
        <translation>Zeigen, was der Kern las</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Moments of the audit</source>
        <translation>Momente der Prüfung</translation>
    </message>
    <message>
        <source>Person against core</source>
        <translation>Person gegen Kern</translation>
    </message>
    <message>
        <source>moments; bold: the same</source>
        <translation>Momente; fett: gleich</translation>
    </message>
    <message>
        <source>Confusion of stages</source>
        <translation>Verwechslung der Phasen</translation>
    </message>
    <message>
        <source>Stages to choose from</source>
        <translation>Phasen zur Auswahl</translation>
    </message>
    <message>
        <source>What had happened by then</source>
        <translation>Was bis dahin geschehen war</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Moment %1: in which stage was this customer?</source>
        <translation>Moment %1: In welcher Phase war dieser Kunde?</translation>
    </message>
    <message>
        <source>Moment %1: %2</source>
        <translation>Moment %1: %2</translation>
    </message>
    <message>
        <source>%1, from what had happened by then</source>
        <translation>%1, nach dem, was bis dahin geschehen war</translation>
    </message>
    <message>
        <source>What the core read was shown, so labels stay.</source>
        <translation>Was der Kern las, wurde gezeigt; die Beschriftungen bleiben.</translation>
    </message>
    <message>
        <source>Show what the core read?</source>
        <translation>Zeigen, was der Kern las?</translation>
    </message>
    <message numerus="yes">
        <source>%n moments are still open. Labels given so far stay as they are from then on.</source>
        <translation>
            <numerusform>Ein Moment ist noch offen. Was bisher beschriftet ist, bleibt von da an, wie es ist.</numerusform>
            <numerusform>%n Momente sind noch offen. Was bisher beschriftet ist, bleibt von da an, wie es ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>Autonomy</name>
    <message>
        <source>then baseline</source>
        <translation>dann die Baseline</translation>
    </message>
    <message>
        <source>then a person</source>
        <translation>dann ein Mensch</translation>
    </message>
    <message>
        <source>then nothing</source>
        <translation>dann nichts</translation>
    </message>
    <message>
        <source>after that the baseline&apos;s action takes its place.</source>
        <translation>danach tritt die Aktion der Baseline an seine Stelle.</translation>
    </message>
    <message>
        <source>after that the case goes to a person.</source>
        <translation>danach geht der Fall an einen Menschen.</translation>
    </message>
    <message>
        <source>after that nothing happens.</source>
        <translation>danach geschieht nichts.</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 Std. %2 Min.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Reversible</source>
        <translation>Umkehrbar</translation>
    </message>
    <message>
        <source>Costly</source>
        <translation>Aufwendig</translation>
    </message>
    <message>
        <source>Irreversible</source>
        <translation>Endgültig</translation>
    </message>
    <message>
        <source>2 people</source>
        <translation>2 Personen</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 Person</translation>
    </message>
    <message>
        <source>No cell</source>
        <translation>Keine Zelle</translation>
    </message>
    <message>
        <source>treated as Assisted</source>
        <translation>gilt als Unterstützt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 reviewed after</source>
        <translation>%1 danach geprüft</translation>
    </message>
    <message>
        <source>%1 spot-checked</source>
        <translation>%1 Stichproben</translation>
    </message>
    <message>
        <source>There is no cell here. Until there is one, one person must agree first.</source>
        <translation>Hier ist keine Zelle. Solange es keine gibt, muss zuerst eine Person zustimmen.</translation>
    </message>
    <message>
        <source>Two different people</source>
        <translation>Zwei verschiedene Personen</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Eine Person</translation>
    </message>
    <message>
        <source>%1 must agree within %2; %3</source>
        <translation>%1: Zustimmung innerhalb von %2 nötig; %3</translation>
    </message>
    <message>
        <source>The core acts by itself; %1 of it is reviewed afterwards. Where an exception applies: %2</source>
        <translation>Der Kern handelt selbst; %1 davon werden danach geprüft. Wo eine Ausnahme gilt: %2</translation>
    </message>
    <message>
        <source>The core acts by itself; %1 of it is spot-checked. Where an exception applies: %2</source>
        <translation>Der Kern handelt selbst; %1 davon werden stichprobenweise geprüft. Wo eine Ausnahme gilt: %2</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Gelernt</translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation>Gewicht %1</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1 am Tag</translation>
    </message>
    <message>
        <source>%1 in %2 days</source>
        <translation>%1 in %2 Tagen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Hart</translation>
    </message>
</context>
<context>
    <name>AutonomyScreen</name>
    <message>
        <source>The matrix was changed by another program since the workspace was opened; this is how it is now.</source>
        <translation>Die Matrix wurde von einem anderen Programm geändert, seit der Arbeitsbereich geöffnet wurde; so ist sie jetzt.</translation>
    </message>
    <message>
        <source>There is no folder to save in.</source>
        <translation>Es gibt keinen Ordner, in dem gespeichert werden könnte.</translation>
    </message>
    <message>
        <source>Not saved. %1 Your changes are still here.</source>
        <translation>Nicht gespeichert. %1 Ihre Änderungen sind noch hier.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>No matrix</source>
        <translation>Keine Matrix</translation>
    </message>
    <message>
        <source>What the core may do by itself, and what a person must agree to, is set here.</source>
        <translation>Hier wird festgelegt, was der Kern selbst tun darf und wozu ein Mensch zustimmen muss.</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Einen Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Policies that bind every row</source>
        <translation>Richtlinien, die jede Zeile binden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>assisted</source>
        <translation>unterstützt</translation>
    </message>
    <message>
        <source>supervised</source>
        <translation>beaufsichtigt</translation>
    </message>
    <message>
        <source>autonomous</source>
        <translation>autonom</translation>
    </message>
    <message>
        <source>who agrees</source>
        <translation>wer zustimmt</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>When messages rest, customer&apos;s time</source>
        <translation>Ruhezeiten, Ortszeit der Kundschaft</translation>
    </message>
    <message>
        <source>Who may do what, by risk and by how far it can be undone</source>
        <translation>Wer was darf, nach Risiko und danach, wie weit es umkehrbar ist</translation>
    </message>
    <message>
        <source>Autonomy</source>
        <translation>Autonomie</translation>
    </message>
    <message>
        <source>Set the cell to assisted</source>
        <translation>Die Zelle auf unterstützt setzen</translation>
    </message>
    <message>
        <source>Set the cell to supervised</source>
        <translation>Die Zelle auf beaufsichtigt setzen</translation>
    </message>
    <message>
        <source>Set the cell to autonomous</source>
        <translation>Die Zelle auf autonom setzen</translation>
    </message>
    <message>
        <source>Change who agrees</source>
        <translation>Ändern, wer zustimmt</translation>
    </message>
    <message>
        <source>Save the matrix</source>
        <translation>Die Matrix speichern</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Nichts hat sich geändert</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s), treated as Assisted</source>
        <translation>
            <numerusform>%n Lücke, gilt als Unterstützt</numerusform>
            <numerusform>%n Lücken, gelten als Unterstützt</numerusform>
        </translation>
    </message>
    <message>
        <source>Autonomy matrix</source>
        <translation>Autonomiematrix</translation>
    </message>
    <message>
        <source>Go to the next cell that is not there</source>
        <translation>Gehe zur nächsten fehlenden Zelle</translation>
    </message>
    <message>
        <source>Go to the next gap of the matrix</source>
        <translation>Gehe zur nächsten Lücke der Matrix</translation>
    </message>
    <message numerus="yes">
        <source>Saved, and %n stories fail now.</source>
        <translation>
            <numerusform>Gespeichert, und %n Geschichte schlägt jetzt fehl.</numerusform>
            <numerusform>Gespeichert, und %n Geschichten schlagen jetzt fehl.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the stories</source>
        <translation>Geschichten zeigen</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>The selected approval</source>
        <translation>Die ausgewählte Freigabe</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>Runners-up</source>
        <translation>Nächstbeste</translation>
    </message>
    <message>
        <source>Predicted effect</source>
        <translation>Vorhergesagte Wirkung</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>time is over</source>
        <translation>die Zeit ist um</translation>
    </message>
    <message>
        <source>Reason given: %1</source>
        <translation>Genannter Grund: %1</translation>
    </message>
    <message>
        <source>Exactly what %1 sees</source>
        <translation>Genau das, was %1 sieht</translation>
    </message>
    <message>
        <source>Change what the customer sees</source>
        <translation>Ändern, was die Kundschaft sieht</translation>
    </message>
    <message>
        <source>Ctrl+Enter stores it, Esc leaves it</source>
        <translation>Strg+Eingabe speichert es, Esc lässt es, wie es ist</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Store the change</source>
        <translation>Die Änderung speichern</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Your verdict: confirm it or change it</source>
        <translation>Ihr Urteil: bestätigen oder ändern Sie es</translation>
    </message>
    <message>
        <source>Your verdict, before you see the core’s reasons</source>
        <translation>Ihr Urteil, bevor Sie die Gründe des Kerns sehen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Your reason</source>
        <translation>Ihr Grund</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Record verdict</source>
        <translation>Urteil festhalten</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>Leitplanken</translation>
    </message>
    <message>
        <source>What guardrails removed</source>
        <translation>Was die Leitplanken entfernt haben</translation>
    </message>
    <message>
        <source>Removed candidates</source>
        <translation>Entfernte Kandidaten</translation>
    </message>
    <message>
        <source>The journey drew this step; the core chose nothing.</source>
        <translation>Die Journey hat diesen Schritt gezeichnet; der Kern hat nichts gewählt.</translation>
    </message>
    <message>
        <source>The core knows too little yet: nothing moved its prediction.</source>
        <translation>Der Kern weiß noch zu wenig: Nichts hat seine Vorhersage bewegt.</translation>
    </message>
    <message>
        <source>Why the core chose it</source>
        <translation>Warum der Kern es gewählt hat</translation>
    </message>
    <message>
        <source>Predicted chance of the outcome</source>
        <translation>Vorhergesagte Chance des Ergebnisses</translation>
    </message>
    <message>
        <source>priority, money</source>
        <translation>Priorität, Geld</translation>
    </message>
    <message>
        <source>Chance of the outcome, %</source>
        <translation>Chance des Ergebnisses, %</translation>
    </message>
    <message>
        <source>Can it be undone?</source>
        <translation>Ist es umkehrbar?</translation>
    </message>
    <message>
        <source>If you reject</source>
        <translation>Wenn Sie ablehnen</translation>
    </message>
    <message>
        <source>was on screen</source>
        <translation>war zu sehen</translation>
    </message>
    <message>
        <source>scroll to see all of it</source>
        <translation>scrollen Sie, um alles zu sehen</translation>
    </message>
    <message>
        <source>If you reject: nothing of this goes out.</source>
        <translation>Wenn Sie ablehnen: Nichts davon geht hinaus.</translation>
    </message>
    <message>
        <source>Read the facts and guardrails, then decide.</source>
        <translation>Lesen Sie Fakten und Leitplanken, dann entscheiden Sie.</translation>
    </message>
    <message>
        <source>Then the core’s view; Ctrl+Enter confirms.</source>
        <translation>Dann die Sicht des Kerns; Strg+Eingabe bestätigt.</translation>
    </message>
    <message>
        <source>90 % interval</source>
        <translation>90-%-Intervall</translation>
    </message>
    <message>
        <source>Confidence that the first beats every other: %1</source>
        <translation>Sicherheit, dass der erste jeden anderen schlägt: %1</translation>
    </message>
    <message>
        <source>If you take it up</source>
        <translation>Wenn Sie ihn aufgreifen</translation>
    </message>
    <message>
        <source>If you approve</source>
        <translation>Wenn Sie freigeben</translation>
    </message>
    <message>
        <source>If you dismiss it</source>
        <translation>Wenn Sie ihn beiseitelegen</translation>
    </message>
    <message>
        <source>If you approve: %1</source>
        <translation>Wenn Sie freigeben: %1</translation>
    </message>
    <message>
        <source>What is carried out</source>
        <translation>Was ausgeführt wird</translation>
    </message>
    <message>
        <source>− speaks against it</source>
        <translation>− spricht dagegen</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Nächste Schritte</translation>
    </message>
</context>
<context>
    <name>ColumnChart</name>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Bei</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>ContentBox</name>
    <message>
        <source>What the customer sees</source>
        <translation>Was die Kundschaft sieht</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>The customer sees no text: this works inside.</source>
        <translation>Die Kundschaft sieht keinen Text: Das wirkt im Innern.</translation>
    </message>
    <message>
        <source>What is carried out</source>
        <translation>Was ausgeführt wird</translation>
    </message>
</context>
<context>
    <name>CustomerKnown</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Lifetime value</source>
        <translation>Kundenwert</translation>
    </message>
    <message numerus="yes">
        <source>%1 expected within %n day(s)</source>
        <translation>
            <numerusform>%1 in %n Tag erwartet</numerusform>
            <numerusform>%1 in %n Tagen erwartet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 … %2 (90 %)</source>
        <translation>%1 … %2 (90 %)</translation>
    </message>
    <message>
        <source>Still a customer</source>
        <translation>Noch Kunde</translation>
    </message>
    <message>
        <source>%1, owed by %2</source>
        <translation>%1, zugesagt von %2</translation>
    </message>
    <message>
        <source>overdue since %1</source>
        <translation>überfällig seit %1</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>ohne Termin</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>kept %1</source>
        <translation>gehalten %1</translation>
    </message>
    <message>
        <source>kept late, %1</source>
        <translation>spät gehalten, %1</translation>
    </message>
    <message>
        <source>broken %1</source>
        <translation>gebrochen %1</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Zusagen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>stuck</source>
        <translation>steckt fest</translation>
    </message>
    <message>
        <source>ahead of plan</source>
        <translation>dem Plan voraus</translation>
    </message>
    <message>
        <source>on plan</source>
        <translation>im Plan</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Drawn to</source>
        <translation>Neigt zu</translation>
    </message>
    <message>
        <source>opened it</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>clicked</source>
        <translation>geklickt</translation>
    </message>
    <message>
        <source>replied</source>
        <translation>geantwortet</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>reached a goal</source>
        <translation>Ziel erreicht</translation>
    </message>
    <message>
        <source>Contacts and responses</source>
        <translation>Kontakte und Reaktionen</translation>
    </message>
    <message>
        <source>%1, %2 in all</source>
        <translation>%1, %2 insgesamt</translation>
    </message>
    <message>
        <source>%1 of %2 answered in 90 days</source>
        <translation>%1 von %2 beantwortet in 90 Tagen</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1: no response</source>
        <translation>%1: keine Reaktion</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>Offene Fälle</translation>
    </message>
    <message>
        <source>A case</source>
        <translation>Ein Fall</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Says that it is software</source>
        <translation>Gibt sich als Software zu erkennen</translation>
    </message>
    <message>
        <source>Its user agent is software&apos;s</source>
        <translation>Der User-Agent ist der einer Software</translation>
    </message>
    <message>
        <source>Opens pages by the clock</source>
        <translation>Öffnet Seiten im Takt der Uhr</translation>
    </message>
    <message>
        <source>100 events within a minute</source>
        <translation>100 Ereignisse binnen einer Minute</translation>
    </message>
    <message>
        <source>Many events within a minute</source>
        <translation>Viele Ereignisse binnen einer Minute</translation>
    </message>
    <message>
        <source>Opens pages nearly by the clock</source>
        <translation>Öffnet Seiten fast im Takt der Uhr</translation>
    </message>
    <message>
        <source>Quality of the traffic</source>
        <translation>Qualität der Aufrufe</translation>
    </message>
    <message>
        <source>Like a person&apos;s</source>
        <translation>Wie von einem Menschen</translation>
    </message>
    <message>
        <source>Still like a person&apos;s</source>
        <translation>Noch wie von einem Menschen</translation>
    </message>
    <message>
        <source>Not like a person&apos;s</source>
        <translation>Nicht wie von einem Menschen</translation>
    </message>
</context>
<context>
    <name>CustomerSide</name>
    <message numerus="yes">
        <source>%n profile(s) were merged into this one.</source>
        <translation>
            <numerusform>%n Profil ist in diesem aufgegangen.</numerusform>
            <numerusform>%n Profile sind in diesem aufgegangen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Why, intents, consent, identity</source>
        <translation>Warum, Absichten, Einwilligung, Identität</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Select a line of the story to see why it is there.</source>
        <translation>Wählen Sie eine Zeile des Verlaufs aus, um zu sehen, warum sie da ist.</translation>
    </message>
    <message>
        <source>Why, %1</source>
        <translation>Warum, %1</translation>
    </message>
    <message>
        <source>It came in from outside: no decision stands behind it.</source>
        <translation>Es kam von außen: Keine Entscheidung steht dahinter.</translation>
    </message>
    <message>
        <source>Open the decision</source>
        <translation>Die Entscheidung öffnen</translation>
    </message>
    <message>
        <source>Intents at the last decision</source>
        <translation>Absichten bei der letzten Entscheidung</translation>
    </message>
    <message>
        <source>No decision has read this customer yet.</source>
        <translation>Noch hat keine Entscheidung diese Person gelesen.</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>Suppressed: nothing is sent at all</source>
        <translation>Gesperrt: Es wird gar nichts gesendet</translation>
    </message>
    <message>
        <source>Nothing was stated. Without consent nothing is sent that needs it.</source>
        <translation>Nichts wurde erklärt. Ohne Einwilligung wird nichts gesendet, was sie braucht.</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>One profile.</source>
        <translation>Ein Profil.</translation>
    </message>
    <message>
        <source>They were in different arms: left out of the comparison.</source>
        <translation>Sie waren in verschiedenen Armen: aus dem Vergleich gelassen.</translation>
    </message>
    <message>
        <source>Undo this merge…</source>
        <translation>Zusammenführung aufheben …</translation>
    </message>
    <message>
        <source>Software, not a person: left out of learning, audiences and the comparison.</source>
        <translation>Software, keine Person: nicht beim Lernen, in Zielgruppen und im Vergleich.</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Who this was and why anything was decided about them was erased. What is left counts, and names nobody.</source>
        <translation>Wer das war und warum etwas über diese Person entschieden wurde, ist gelöscht. Was bleibt, zählt und nennt niemanden.</translation>
    </message>
    <message>
        <source>Erase this person…</source>
        <translation>Diese Person löschen …</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Health, %1</source>
        <translation>Gesundheit, %1</translation>
    </message>
    <message>
        <source>Health, the sum of its parts</source>
        <translation>Gesundheit, die Summe ihrer Teile</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Was bekannt ist</translation>
    </message>
    <message>
        <source>Nobody is in it any more.</source>
        <translation>Es gehört niemand mehr dazu.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>An account is compared with nobody: it is left out of the comparison of arms.</source>
        <translation>Ein Konto wird mit niemandem verglichen: Es bleibt aus dem Vergleich der Arme heraus.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Members, health and contract cannot be known now.</source>
        <translation>Mitglieder, Gesundheit und Vertrag lassen sich jetzt nicht sagen.</translation>
    </message>
    <message>
        <source>As the live run knew it at %1.</source>
        <translation>Wie der Live-Lauf es um %1 wusste.</translation>
    </message>
    <message>
        <source>Consent, ids and memory cannot be known now. %1</source>
        <translation>Einwilligungen, Kennungen und Gedächtnis lassen sich jetzt nicht sagen. %1</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Cannot be known now.</source>
        <translation>Lässt sich jetzt nicht sagen.</translation>
    </message>
    <message>
        <source>This profile became part of %1, which has its consents.</source>
        <translation>Dieses Profil ging in %1 auf; dort stehen seine Einwilligungen.</translation>
    </message>
    <message>
        <source>The run kept nothing about it.</source>
        <translation>Der Lauf hat nichts darüber behalten.</translation>
    </message>
</context>
<context>
    <name>CustomerStory</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Consent given</source>
        <translation>Einwilligung erteilt</translation>
    </message>
    <message>
        <source>Consent withdrawn</source>
        <translation>Einwilligung widerrufen</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Abgewartet</translation>
    </message>
    <message>
        <source>%1 candidates, %2</source>
        <translation>%1 Kandidaten, %2</translation>
    </message>
    <message>
        <source>drawn in %1</source>
        <translation>gezeichnet in %1</translation>
    </message>
    <message>
        <source>%1 changed the text</source>
        <translation>%1 hat den Text geändert</translation>
    </message>
    <message>
        <source>%1 approved</source>
        <translation>%1 hat freigegeben</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 hat abgelehnt</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>Ergebnis: %1</translation>
    </message>
    <message>
        <source>Harm: %1</source>
        <translation>Schaden: %1</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>Two profiles became one</source>
        <translation>Zwei Profile wurden eines</translation>
    </message>
    <message>
        <source>an id that both had used</source>
        <translation>eine Kennung, die beide verwendet hatten</translation>
    </message>
    <message>
        <source>%1, every channel</source>
        <translation>%1, jeder Kanal</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>yes: %1</source>
        <translation>ja: %1</translation>
    </message>
    <message>
        <source>no: %1</source>
        <translation>nein: %1</translation>
    </message>
    <message>
        <source>Consent stated</source>
        <translation>Einwilligung erklärt</translation>
    </message>
    <message>
        <source>they look like one person (%1)</source>
        <translation>sie scheinen eine Person zu sein (%1)</translation>
    </message>
    <message>
        <source>One profile became two again</source>
        <translation>Aus einem Profil wurden wieder zwei</translation>
    </message>
    <message>
        <source>Undone by %1: %2</source>
        <translation>Aufgehoben von %1: %2</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>beendet %1</translation>
    </message>
    <message>
        <source>until %1, days left: %2</source>
        <translation>bis %1, Tage übrig: %2</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>zuletzt gesehen %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Active in 7 days</source>
        <translation>Aktiv in 7 Tagen</translation>
    </message>
    <message>
        <source>Active in 30 days</source>
        <translation>Aktiv in 30 Tagen</translation>
    </message>
    <message>
        <source>Events in 30 days</source>
        <translation>Ereignisse in 30 Tagen</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>Offene Fälle</translation>
    </message>
    <message>
        <source>for the account “%1”</source>
        <translation>für das Konto „%1“</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
</context>
<context>
    <name>CustomersScreen</name>
    <message>
        <source>Why this line</source>
        <translation>Warum diese Zeile</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kundschaft</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>Alle Kundinnen und Kunden</translation>
    </message>
    <message>
        <source>Layout of the story</source>
        <translation>Darstellung des Verlaufs</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Bahnen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Key or name</source>
        <translation>Schlüssel oder Name</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kundin oder Kunde</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Story as a table, newest first</source>
        <translation>Verlauf als Tabelle, Neuestes zuerst</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Bahn</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>No decision stands behind this line.</source>
        <translation>Hinter dieser Zeile steht keine Entscheidung.</translation>
    </message>
    <message>
        <source>No workspace is open</source>
        <translation>Kein Arbeitsbereich ist geöffnet</translation>
    </message>
    <message>
        <source>Open one to see its customers and their stories.</source>
        <translation>Öffnen Sie einen, um seine Kundschaft und ihre Verläufe zu sehen.</translation>
    </message>
    <message>
        <source>The customers cannot be read</source>
        <translation>Die Kundschaft kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Nobody is known yet</source>
        <translation>Noch ist niemand bekannt</translation>
    </message>
    <message>
        <source>Everyone whom a run has met is listed here with one story each. Simulate a run to get some.</source>
        <translation>Hier steht jede Person, der ein Lauf begegnet ist, mit ihrem Verlauf. Simulieren Sie einen Lauf, um welche zu sehen.</translation>
    </message>
    <message>
        <source>Customer %1 cannot be shown</source>
        <translation>Kundin oder Kunde %1 kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Select a line first.</source>
        <translation>Wählen Sie zuerst eine Zeile aus.</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>Simulieren</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>Kundschaft durchsuchen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No customer of this run has such a key or name.</source>
        <translation>Niemand aus der Kundschaft dieses Laufs hat einen solchen Schlüssel oder Namen.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche zurücksetzen</translation>
    </message>
    <message>
        <source>The merge was not undone.</source>
        <translation>Die Zusammenführung wurde nicht aufgehoben.</translation>
    </message>
    <message>
        <source>Are these two persons?</source>
        <translation>Sind das zwei Personen?</translation>
    </message>
    <message>
        <source>“%1” becomes a customer of its own again, with its events and consents, and the two are never joined again. What was refused or sent meanwhile counts for both. It cannot be taken back.</source>
        <translation>„%1“ wird wieder eine eigene Kundin oder ein eigener Kunde, mit den eigenen Ereignissen und Einwilligungen, und die beiden werden nie wieder zusammengeführt. Was inzwischen widerrufen oder gesendet wurde, zählt für beide. Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>Zusammenführung aufheben</translation>
    </message>
    <message>
        <source>Erase %1 for good?</source>
        <translation>%1 endgültig löschen?</translation>
    </message>
    <message>
        <source>Lost in every run that knows this person: name, addresses, events, messages, consents, and why anything was decided about them. What waits for a decision is dropped, and runs they are in can no longer be replayed. Counts and money stay. Connections that take it are told first; copies and backups of this workspace are not touched.

It cannot be taken back. The reason stays in the records: do not name the person in it.</source>
        <translation>Verloren gehen in jedem Lauf, der diese Person kennt: Name, Adressen, Ereignisse, Nachrichten, Einwilligungen und warum etwas über sie entschieden wurde. Was auf eine Entscheidung wartet, entfällt, und Läufe mit ihr lassen sich nicht mehr nachspielen. Zählungen und Beträge bleiben. Verbindungen, die es entgegennehmen, werden zuerst benachrichtigt; Kopien und Sicherungen dieses Arbeitsbereichs bleiben unberührt.

Das lässt sich nicht zurücknehmen. Der Grund bleibt in den Aufzeichnungen: Nennen Sie die Person darin nicht.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>The person was erased.</source>
        <translation>Die Person wurde gelöscht.</translation>
    </message>
    <message>
        <source>The person was not erased.</source>
        <translation>Die Person wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>The run has not come to a stand: open a customer for stage, last seen and decisions.</source>
        <translation>Der Lauf ist nicht zum Stehen gekommen: Öffnen Sie eine Person für Phase, zuletzt gesehen und Entscheidungen.</translation>
    </message>
</context>
<context>
    <name>DecisionListModel</name>
    <message>
        <source>Drawn in the journey</source>
        <translation>In der Journey gezeichnet</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>to learn</source>
        <translation>um zu lernen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kundin oder Kunde</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Ruling</source>
        <translation>Entscheid</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>%1 (account)</source>
        <translation>%1 (Konto)</translation>
    </message>
</context>
<context>
    <name>DecisionPage</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Record verified</source>
        <translation>Datensatz geprüft</translation>
    </message>
    <message>
        <source>Record does not match its hash</source>
        <translation>Der Datensatz passt nicht zu seinem Hash</translation>
    </message>
    <message>
        <source>1  Evidence as it was, %1</source>
        <translation>1  Belege, wie sie waren, %1</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>war %1</translation>
    </message>
    <message>
        <source>leading intent</source>
        <translation>führende Absicht</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>of −1 to 1</source>
        <translation>von −1 bis 1</translation>
    </message>
    <message>
        <source>moves it by %1</source>
        <translation>bewegt sie um %1</translation>
    </message>
    <message>
        <source>counted as unknown</source>
        <translation>zählt als unbekannt</translation>
    </message>
    <message>
        <source>look again %1</source>
        <translation>wieder ansehen %1</translation>
    </message>
    <message>
        <source>chosen, probability %1</source>
        <translation>gewählt, Wahrsch. %1</translation>
    </message>
    <message>
        <source>2  Candidates: %1 through 7 gates</source>
        <translation>2  Kandidaten: %1 durch 7 Schranken</translation>
    </message>
    <message>
        <source>%1 stayed in, %2 removed</source>
        <translation>%1 blieben, %2 entfernt</translation>
    </message>
    <message>
        <source>Leader beats every other action</source>
        <translation>Der Führende schlägt jede andere Aktion</translation>
    </message>
    <message>
        <source>Chance of success, 90 % range</source>
        <translation>Erfolgschance, 90-%-Bereich</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Choice probability</source>
        <translation>Auswahlwahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Exploration</source>
        <translation>Erkundung</translation>
    </message>
    <message>
        <source>yes, not the leader</source>
        <translation>ja, nicht der Führende</translation>
    </message>
    <message>
        <source>no, the leader</source>
        <translation>nein, der Führende</translation>
    </message>
    <message>
        <source>Number drawn</source>
        <translation>Gezogene Zahl</translation>
    </message>
    <message>
        <source>Outcomes learned from before</source>
        <translation>Ergebnisse, aus denen zuvor gelernt wurde</translation>
    </message>
    <message>
        <source>removed %1</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>soft, %1</source>
        <translation>weich, %1</translation>
    </message>
    <message>
        <source>5 Ruling</source>
        <translation>5 Entscheid</translation>
    </message>
    <message>
        <source>risk raised from %1 to %2: %3</source>
        <translation>Risiko von %1 auf %2 erhöht: %3</translation>
    </message>
    <message>
        <source>exception: %1</source>
        <translation>Ausnahme: %1</translation>
    </message>
    <message>
        <source>held by %1 until %2</source>
        <translation>zurückgehalten von %1 bis %2</translation>
    </message>
    <message>
        <source>drawn for a review afterwards</source>
        <translation>für eine spätere Prüfung gezogen</translation>
    </message>
    <message>
        <source>6 %1</source>
        <translation>6 %1</translation>
    </message>
    <message>
        <source>claimed it after %1</source>
        <translation>hat es nach %1 übernommen</translation>
    </message>
    <message>
        <source>gave it back</source>
        <translation>hat es zurückgegeben</translation>
    </message>
    <message>
        <source>changed the text after %1</source>
        <translation>hat den Text nach %1 geändert</translation>
    </message>
    <message>
        <source>approved after %1</source>
        <translation>hat nach %1 freigegeben</translation>
    </message>
    <message>
        <source>rejected after %1</source>
        <translation>hat nach %1 abgelehnt</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: „%2“</translation>
    </message>
    <message>
        <source>7 Handed over</source>
        <translation>7 Übergeben</translation>
    </message>
    <message>
        <source>7 Sending</source>
        <translation>7 Versand</translation>
    </message>
    <message>
        <source>tries: %1</source>
        <translation>Versuche: %1</translation>
    </message>
    <message>
        <source>key %1…</source>
        <translation>Schlüssel %1…</translation>
    </message>
    <message>
        <source>8 Outcome</source>
        <translation>8 Ergebnis</translation>
    </message>
    <message>
        <source>“%1” reached, %2</source>
        <translation>„%1“ erreicht, %2</translation>
    </message>
    <message>
        <source>%1 later, worth %2</source>
        <translation>%1 später, im Wert von %2</translation>
    </message>
    <message>
        <source>Harm: %1</source>
        <translation>Schaden: %1</translation>
    </message>
    <message>
        <source>Window closed, reached</source>
        <translation>Fenster geschlossen, erreicht</translation>
    </message>
    <message>
        <source>Window closed, not reached</source>
        <translation>Fenster geschlossen, nicht erreicht</translation>
    </message>
    <message>
        <source>%1; the model learned from it</source>
        <translation>%1; das Modell hat daraus gelernt</translation>
    </message>
    <message>
        <source>%1; not learned from</source>
        <translation>%1; nicht daraus gelernt</translation>
    </message>
    <message>
        <source>6 Proposal</source>
        <translation>6 Vorschlag</translation>
    </message>
    <message>
        <source>7 Did not fit</source>
        <translation>7 Passte nicht hinein</translation>
    </message>
    <message>
        <source>Outcome %1 × value %2</source>
        <translation>Ergebnis %1 × Wert %2</translation>
    </message>
    <message>
        <source>Context × %1</source>
        <translation>Kontext × %1</translation>
    </message>
    <message>
        <source>Lever × %1</source>
        <translation>Hebel × %1</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Soft: %1</source>
        <translation>Weich: %1</translation>
    </message>
    <message>
        <source>Expected harm</source>
        <translation>Erwarteter Schaden</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>3  Score: how %1 came about</source>
        <translation>3  Punktwert: wie %1 zustande kam</translation>
    </message>
    <message>
        <source>2  Drawn action through 7 gates</source>
        <translation>2  Gezeichnete Aktion durch 7 Schranken</translation>
    </message>
    <message>
        <source>drawn in the journey</source>
        <translation>in der Journey gezeichnet</translation>
    </message>
    <message>
        <source>Cell of the matrix: %1</source>
        <translation>Zelle der Matrix: %1</translation>
    </message>
    <message>
        <source>4  Policies: %1 removed, %2 soft</source>
        <translation>4  Richtlinien: %1 entfernten, %2 weich</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>waited</source>
        <translation>gewartet</translation>
    </message>
    <message>
        <source>“%1”, %2</source>
        <translation>„%1“, %2</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>chosen at the same moment, probability %1</source>
        <translation>im selben Moment gewählt, Wahrscheinlichkeit %1</translation>
    </message>
    <message>
        <source>went out</source>
        <translation>ging hinaus</translation>
    </message>
    <message>
        <source>in common: %1</source>
        <translation>gemeinsam: %1</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>Handoff</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>Earlier contacts × %1</source>
        <translation>Frühere Kontakte × %1</translation>
    </message>
    <message>
        <source>Said:</source>
        <translation>Gesagt:</translation>
    </message>
    <message>
        <source>Tried:</source>
        <translation>Versucht:</translation>
    </message>
    <message>
        <source>Next steps:</source>
        <translation>Nächste Schritte:</translation>
    </message>
    <message>
        <source>no answer: several rows match where one may</source>
        <translation>keine Antwort: Mehrere Zeilen treffen zu, wo eine darf</translation>
    </message>
    <message>
        <source>no answer: the rows that match do not agree</source>
        <translation>keine Antwort: Die zutreffenden Zeilen widersprechen sich</translation>
    </message>
    <message>
        <source>no answer: an input is not among what the table allows</source>
        <translation>keine Antwort: Eine Eingabe gehört nicht zu dem, was die Tabelle zulässt</translation>
    </message>
    <message>
        <source>no answer: an expression came out as another type</source>
        <translation>keine Antwort: Ein Ausdruck ergab einen anderen Typ</translation>
    </message>
    <message>
        <source>no answer: it took more steps than one evaluation may</source>
        <translation>keine Antwort: Es brauchte mehr Schritte, als eine Auswertung darf</translation>
    </message>
    <message>
        <source>Hour, by the customer&apos;s clock</source>
        <translation>Stunde, nach der Uhr der Kundin oder des Kunden</translation>
    </message>
    <message>
        <source>%1, probability %2; nothing known of this customer yet</source>
        <translation>%1, Wahrscheinlichkeit %2; über diese Person ist noch nichts bekannt</translation>
    </message>
    <message>
        <source>%1, probability %2; answers best around %3 (contacts: %4)</source>
        <translation>%1, Wahrscheinlichkeit %2; antwortet am besten gegen %3 (Kontakte: %4)</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>Time between contacts</source>
        <translation>Abstand zwischen Kontakten</translation>
    </message>
    <message>
        <source>Time between contacts, %1</source>
        <translation>Abstand zwischen Kontakten, %1</translation>
    </message>
    <message>
        <source>%1; none before %2</source>
        <translation>%1; keiner vor %2</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>no row</source>
        <translation>keine Zeile</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Account %1, %2</source>
        <translation>Konto %1, %2</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>“%1” before “%2”: the customer prefers the channel</source>
        <translation>„%1“ vor „%2“: der Kunde zieht den Kanal vor</translation>
    </message>
    <message>
        <source>“%1” before “%2”: its agent has not been in touch yet</source>
        <translation>„%1“ vor „%2“: der zuständige Agent hat sich noch nicht gemeldet</translation>
    </message>
    <message>
        <source>“%1” before “%2”: its agent was in touch longest ago, %3</source>
        <translation>„%1“ vor „%2“: der zuständige Agent hat sich am längsten nicht gemeldet, zuletzt %3</translation>
    </message>
    <message>
        <source>Worth about the same</source>
        <translation>Etwa gleich viel wert</translation>
    </message>
    <message>
        <source>%1 (answers “%2”: %3)</source>
        <translation>%1 (antwortet auf „%2“: %3)</translation>
    </message>
    <message>
        <source>Outcome and value: switched off</source>
        <translation>Ergebnis und Wert: abgeschaltet</translation>
    </message>
    <message>
        <source>Outcome switched off, value %1</source>
        <translation>Ergebnis abgeschaltet, Wert %1</translation>
    </message>
    <message>
        <source>Outcome %1, value switched off</source>
        <translation>Ergebnis %1, Wert abgeschaltet</translation>
    </message>
    <message>
        <source>Earlier contacts: switched off</source>
        <translation>Frühere Kontakte: abgeschaltet</translation>
    </message>
    <message>
        <source>Context: switched off</source>
        <translation>Kontext: abgeschaltet</translation>
    </message>
    <message>
        <source>Lever: switched off</source>
        <translation>Hebel: abgeschaltet</translation>
    </message>
    <message>
        <source>Cost: switched off</source>
        <translation>Kosten: abgeschaltet</translation>
    </message>
    <message>
        <source>Expected harm: switched off</source>
        <translation>Erwarteter Schaden: abgeschaltet</translation>
    </message>
    <message>
        <source>Intent</source>
        <translation>Absicht</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Bedürfnis</translation>
    </message>
    <message>
        <source>Hesitation</source>
        <translation>Bedenken</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>DecisionSentence</name>
    <message>
        <source>Waited with %1</source>
        <translation>Bei %1 abgewartet</translation>
    </message>
    <message>
        <source>Sent %1 “%2” by %3</source>
        <translation>%1 „%2“ per %3 gesendet</translation>
    </message>
    <message>
        <source>Did “%2” for %1</source>
        <translation>„%2“ für %1 ausgeführt</translation>
    </message>
    <message>
        <source>Refused to send %1 “%2”</source>
        <translation>Sich geweigert, %1 „%2“ zu senden</translation>
    </message>
    <message>
        <source>Suggested “%2” for %1</source>
        <translation>„%2“ für %1 vorgeschlagen</translation>
    </message>
    <message>
        <source>Asked a person about “%2” for %1</source>
        <translation>Einen Menschen nach „%2“ für %1 gefragt</translation>
    </message>
    <message>
        <source>Holds “%2” for %1 until %3</source>
        <translation>Hält „%2“ für %1 bis %3 zurück</translation>
    </message>
    <message>
        <source>Chose “%2” for %1</source>
        <translation>„%2“ für %1 gewählt</translation>
    </message>
    <message>
        <source>nothing was worth more than waiting</source>
        <translation>nichts mehr wert war als Abwarten</translation>
    </message>
    <message>
        <source>there was nothing else to choose</source>
        <translation>es nichts anderes zu wählen gab</translation>
    </message>
    <message>
        <source>no other action was allowed (mostly: %1)</source>
        <translation>keine andere Aktion erlaubt war (meist: %1)</translation>
    </message>
    <message>
        <source>%1 because the journey “%2” is drawn so; no agent chose it.</source>
        <translation>%1, weil die Journey „%2“ so gezeichnet ist; kein Agent hat es gewählt.</translation>
    </message>
    <message>
        <source>%1 because %2.</source>
        <translation>%1, weil %2.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 because %2, to learn, instead of “%3”.</source>
        <translation>%1, weil %2, um zu lernen, statt „%3“.</translation>
    </message>
    <message>
        <source>%1 because %2, instead of “%3”.</source>
        <translation>%1, weil %2, statt „%3“.</translation>
    </message>
    <message>
        <source>%1 changed the text.</source>
        <translation>%1 hat den Text geändert.</translation>
    </message>
    <message>
        <source>%1 approved it after %2.</source>
        <translation>%1 hat es nach %2 freigegeben.</translation>
    </message>
    <message>
        <source>%1 rejected it after %2.</source>
        <translation>%1 hat es nach %2 abgelehnt.</translation>
    </message>
    <message>
        <source>%1 rejected it after %2: “%3”.</source>
        <translation>%1 hat es nach %2 abgelehnt: „%3“.</translation>
    </message>
    <message>
        <source>%1 reached “%2” %3 later (%4).</source>
        <translation>%1 hat „%2“ %3 später erreicht (%4).</translation>
    </message>
    <message>
        <source>%1 after %2: a harm of %3.</source>
        <translation>%1 nach %2: ein Schaden von %3.</translation>
    </message>
    <message>
        <source>“%1” was not reached in time.</source>
        <translation>„%1“ wurde nicht rechtzeitig erreicht.</translation>
    </message>
    <message>
        <source>It did not fit the shared budget.</source>
        <translation>Es passte nicht in das gemeinsame Budget.</translation>
    </message>
    <message>
        <source>Nobody decided in time.</source>
        <translation>Niemand hat rechtzeitig entschieden.</translation>
    </message>
    <message>
        <source>It was not sent.</source>
        <translation>Es wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>It was not sent: %1.</source>
        <translation>Es wurde nicht gesendet: %1.</translation>
    </message>
    <message>
        <source>customer %1</source>
        <translation>Kundin oder Kunde %1</translation>
    </message>
    <message>
        <source>a second unhappy message hands the case to a person</source>
        <translation>eine zweite unzufriedene Nachricht übergibt den Fall an einen Menschen</translation>
    </message>
    <message>
        <source>it had the highest expected value</source>
        <translation>es den höchsten erwarteten Wert hatte</translation>
    </message>
    <message>
        <source>“%1” stood at %2</source>
        <translation>„%1“ bei %2 stand</translation>
    </message>
    <message>
        <source>“%1” stood at %2 (%3)</source>
        <translation>„%1“ bei %2 stand (%3)</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>the account “%1”</source>
        <translation>das Konto „%1“</translation>
    </message>
    <message>
        <source>%1, for the account “%2”</source>
        <translation>%1, für das Konto „%2“</translation>
    </message>
    <message>
        <source>The account “%1” reached “%2” %3 later (%4).</source>
        <translation>Das Konto „%1“ erreichte %3 später „%2“ (%4).</translation>
    </message>
</context>
<context>
    <name>DecisionView</name>
    <message>
        <source>Arm: %1</source>
        <translation>Arm: %1</translation>
    </message>
    <message>
        <source>Because of: %1</source>
        <translation>Wegen: %1</translation>
    </message>
    <message>
        <source>Risk: %1</source>
        <translation>Risiko: %1</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>How it was decided</source>
        <translation>Wie entschieden wurde</translation>
    </message>
    <message>
        <source>Policies and what happened</source>
        <translation>Richtlinien und was geschah</translation>
    </message>
    <message>
        <source>All inputs</source>
        <translation>Alle Eingaben</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punktwert</translation>
    </message>
    <message>
        <source>How sure it was</source>
        <translation>Wie sicher es war</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>What happened then</source>
        <translation>Was dann geschah</translation>
    </message>
    <message>
        <source>5 to 8  What happened then</source>
        <translation>5 bis 8  Was dann geschah</translation>
    </message>
    <message>
        <source>Fewer inputs</source>
        <translation>Weniger Eingaben</translation>
    </message>
    <message>
        <source>All %1 inputs</source>
        <translation>Alle %1 Eingaben</translation>
    </message>
    <message>
        <source>What happened before</source>
        <translation>Was zuvor geschah</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>Was gelesen wurde</translation>
    </message>
    <message>
        <source>each the sum of what its signals add</source>
        <translation>jeder Wert die Summe dessen, was seine Signale beitragen</translation>
    </message>
    <message>
        <source>Fewer scores</source>
        <translation>Weniger Werte</translation>
    </message>
    <message>
        <source>All %1 scores</source>
        <translation>Alle %1 Werte</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>%1 of %2 found</source>
        <translation>%1 von %2 gefunden</translation>
    </message>
    <message>
        <source>%1 of %2 decisions</source>
        <translation>%1 von %2 Entscheidungen</translation>
    </message>
    <message>
        <source>%1 of %2 decisions and %3 drawn actions</source>
        <translation>%1 von %2 Entscheidungen und %3 gezeichneten Aktionen</translation>
    </message>
</context>
<context>
    <name>DecisionsScreen</name>
    <message>
        <source>All decisions</source>
        <translation>Alle Entscheidungen</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>Neuere</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Ältere</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>Ruling</source>
        <translation>Entscheid</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Abwarten</translation>
    </message>
    <message>
        <source>Decisions, newest first</source>
        <translation>Entscheidungen, Neuestes zuerst</translation>
    </message>
    <message>
        <source>Newer decision</source>
        <translation>Neuere Entscheidung</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Older decision</source>
        <translation>Ältere Entscheidung</translation>
    </message>
    <message>
        <source>Search decisions</source>
        <translation>Entscheidungen durchsuchen</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Alle Aktionen</translation>
    </message>
    <message>
        <source>All agents</source>
        <translation>Alle Agenten</translation>
    </message>
    <message>
        <source>All arms</source>
        <translation>Alle Arme</translation>
    </message>
    <message>
        <source>All rulings</source>
        <translation>Alle Entscheide</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Last %1 d</source>
        <translation>Letzte %1 T</translation>
    </message>
    <message>
        <source>With waits</source>
        <translation>Mit Abwarten</translation>
    </message>
    <message>
        <source>Without waits</source>
        <translation>Ohne Abwarten</translation>
    </message>
    <message>
        <source>No workspace is open</source>
        <translation>Kein Arbeitsbereich ist geöffnet</translation>
    </message>
    <message>
        <source>Open one to see what was decided in it, and why.</source>
        <translation>Öffnen Sie einen, um zu sehen, was darin entschieden wurde und warum.</translation>
    </message>
    <message>
        <source>The decisions cannot be read</source>
        <translation>Die Entscheidungen können nicht gelesen werden</translation>
    </message>
    <message>
        <source>Nothing was decided yet</source>
        <translation>Noch wurde nichts entschieden</translation>
    </message>
    <message>
        <source>Every decision of a run is listed here, with its evidence, reasons and outcome. Simulate a run to get some.</source>
        <translation>Hier steht jede Entscheidung eines Laufs mit Belegen, Gründen und Ergebnis. Simulieren Sie einen Lauf, um welche zu sehen.</translation>
    </message>
    <message>
        <source>Decision %1 cannot be shown</source>
        <translation>Entscheidung %1 kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>Simulieren</translation>
    </message>
    <message>
        <source>There is no newer one in the list.</source>
        <translation>In der Liste gibt es keine neuere.</translation>
    </message>
    <message>
        <source>There is no older one in the list.</source>
        <translation>In der Liste gibt es keine ältere.</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Nachrechnen</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Replay this decision</source>
        <translation>Diese Entscheidung nachrechnen</translation>
    </message>
    <message>
        <source>Computing it again…</source>
        <translation>Wird nachgerechnet …</translation>
    </message>
    <message>
        <source>Computing it again, %1 %</source>
        <translation>Wird nachgerechnet, %1 %</translation>
    </message>
    <message>
        <source>Replay failed: %1</source>
        <translation>Nachrechnen fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Replay identical</source>
        <translation>Nachgerechnet: identisch</translation>
    </message>
    <message>
        <source>Replay differs from the record</source>
        <translation>Nachgerechnet: weicht vom Datensatz ab</translation>
    </message>
    <message>
        <source>Replay decides nothing here</source>
        <translation>Nachgerechnet: hier wird nichts entschieden</translation>
    </message>
    <message>
        <source>Cancel replay</source>
        <translation>Nachrechnen abbrechen</translation>
    </message>
    <message>
        <source>Recorded data: replay its file with “wayreevectl replay”.</source>
        <translation>Aufgezeichnete Daten: Rechnen Sie ihre Datei mit „wayreevectl replay“ nach.</translation>
    </message>
    <message>
        <source>Computes this decision again from what was recorded and compares it.</source>
        <translation>Rechnet diese Entscheidung aus dem Aufgezeichneten nach und vergleicht sie.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No decision of this run matches the search and the filters.</source>
        <translation>Keine Entscheidung dieses Laufs passt zur Suche und zu den Filtern.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Suche und Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Customer, decision or queue item</source>
        <translation>Kunde, Entscheidung oder Freigabe</translation>
    </message>
</context>
<context>
    <name>DriftPage</name>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Predicted and realised share by day</source>
        <translation>Vorhergesagter und eingetretener Anteil nach Tag</translation>
    </message>
    <message>
        <source>Drift that was noticed</source>
        <translation>Bemerkte Drift</translation>
    </message>
    <message>
        <source>Predicted and came</source>
        <translation>Vorhergesagt und eingetreten</translation>
    </message>
    <message>
        <source>per cent of choices, by the day on which it was known, 95 %</source>
        <translation>Prozent der Entscheidungen, nach dem Tag, an dem es bekannt war, 95 %</translation>
    </message>
    <message>
        <source>No goals</source>
        <translation>Keine Ziele</translation>
    </message>
    <message>
        <source>This run&apos;s documents set no goals, so no model predicts anything.</source>
        <translation>Die Dokumente dieses Laufs setzen keine Ziele; kein Modell sagt etwas vorher.</translation>
    </message>
</context>
<context>
    <name>EffectsPage</name>
    <message>
        <source>What the effects are of</source>
        <translation>Wovon die Wirkungen sind</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Random control arm only</source>
        <translation>Nur zufälliger Kontrollarm</translation>
    </message>
    <message>
        <source>Effects by tag and segment</source>
        <translation>Wirkungen nach Merkmal und Segment</translation>
    </message>
    <message>
        <source>Green and bold: better with its whole interval; red and bold: worse; else not certain. Few moments are drawn towards the tag’s effect on everybody.</source>
        <translation>Grün und fett: mit dem ganzen Intervall besser; rot und fett: schlechter; sonst nicht sicher. Wenige Momente werden zur Wirkung des Merkmals auf alle gezogen.</translation>
    </message>
</context>
<context>
    <name>EmptyScreen</name>
    <message>
        <source>No journey map</source>
        <translation>Keine Journey-Karte</translation>
    </message>
    <message>
        <source>Maps of what customers go through are drawn here, with the decisions of the agents.</source>
        <translation>Hier werden Karten dessen gezeichnet, was Kundinnen und Kunden erleben, samt den Entscheidungen der Agenten.</translation>
    </message>
    <message>
        <source>No autonomy matrix</source>
        <translation>Keine Autonomiematrix</translation>
    </message>
    <message>
        <source>For each action and risk: may an agent act alone, or does a person decide first?</source>
        <translation>Für jede Aktion und jedes Risiko: Darf ein Agent allein handeln, oder entscheidet zuerst ein Mensch?</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nichts wartet auf Sie</translation>
    </message>
    <message>
        <source>Actions that need a person come here, the most urgent first.</source>
        <translation>Hierher kommen Aktionen, die einen Menschen brauchen, die dringendsten zuerst.</translation>
    </message>
    <message>
        <source>No decisions yet</source>
        <translation>Noch keine Entscheidungen</translation>
    </message>
    <message>
        <source>Every decision of a run is kept here, with the reasons it was made for.</source>
        <translation>Hier steht jede Entscheidung eines Laufs mit den Gründen, aus denen sie gefallen ist.</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>Noch keine Kundinnen und Kunden</translation>
    </message>
    <message>
        <source>One story a customer: what happened, what was sent, what was not, and why.</source>
        <translation>Zu jeder Person eine Geschichte: was geschah, was gesendet wurde, was nicht, und warum.</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
        <source>After a run: agents against the baseline, with intervals and guardrails.</source>
        <translation>Nach einem Lauf: Agenten im Vergleich zur Basislinie, mit Intervallen und Leitplanken.</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
    <message>
        <source>Try the documents on made-up customers before anything is sent to real ones.</source>
        <translation>Erproben Sie die Dokumente an erfundenen Personen, bevor echten etwas gesendet wird.</translation>
    </message>
    <message>
        <source>Nothing is connected</source>
        <translation>Nichts ist verbunden</translation>
    </message>
    <message>
        <source>Sources, connectors and everything that stands still are watched here.</source>
        <translation>Hier werden Quellen, Konnektoren und alles, was stillsteht, beobachtet.</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Arbeitsbereich öffnen</translation>
    </message>
</context>
<context>
    <name>Erasing</name>
    <message>
        <source>Still known in %1, because an engine is at work: erase again once it has ended.</source>
        <translation>Noch bekannt in %1, weil ein Rechenkern arbeitet: Löschen Sie noch einmal, wenn er geendet hat.</translation>
    </message>
    <message>
        <source>These connections could not be told, tell them yourself: %1.</source>
        <translation>Diese Verbindungen konnten nicht benachrichtigt werden, benachrichtigen Sie sie selbst: %1.</translation>
    </message>
    <message>
        <source>Messages that were already on their way: %1.</source>
        <translation>Nachrichten, die schon unterwegs waren: %1.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>There is no policies.yaml: nothing limits what goes out, neither consent nor caps nor quiet hours. Write one; “policies: []” in it says that none is meant.</source>
        <translation>Es gibt keine policies.yaml: Nichts begrenzt, was hinausgeht, weder Einwilligung noch Obergrenzen noch Ruhezeiten. Schreiben Sie eine; „policies: []“ darin sagt, dass keine gemeint ist.</translation>
    </message>
    <message>
        <source>“{file}” is no document that Wayreeve knows: nothing in it has any effect.[ Nearest known: “{nearest}”.] Correct the name, or move the file elsewhere.</source>
        <translation>„{file}“ ist kein Dokument, das Wayreeve kennt: Nichts darin hat eine Wirkung.[ Am nächsten kommt: „{nearest}“.] Berichtigen Sie den Namen, oder legen Sie die Datei woanders ab.</translation>
    </message>
    <message>
        <source>“{node}” leads nowhere: customers get stuck there. Connect it, or make it an exit.</source>
        <translation>„{node}“ führt nirgendwohin: Kundinnen und Kunden bleiben dort hängen. Verbinden Sie es oder machen Sie einen Ausgang daraus.</translation>
    </message>
    <message>
        <source>No entry leads to “{node}”, so nobody ever comes there. Connect it, or take it away.</source>
        <translation>Kein Eingang führt zu „{node}“, also kommt nie jemand dorthin. Verbinden Sie es oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>From “{node}” no end can be reached: customers go round for ever. Give the loop a way out.</source>
        <translation>Von „{node}“ aus ist kein Ende erreichbar: Die Kundschaft dreht sich ewig im Kreis. Geben Sie der Schleife einen Ausweg.</translation>
    </message>
    <message>
        <source>The loop at “{node}” takes no time: customers would go round it without end. Put a wait into it.</source>
        <translation>Die Schleife bei „{node}“ braucht keine Zeit: Die Kundschaft würde sie endlos durchlaufen. Setzen Sie ein Warten hinein.</translation>
    </message>
    <message>
        <source>Every way out of “{node}” has a condition: who meets none gets stuck. Add a way without one.</source>
        <translation>Jeder Weg aus „{node}“ hat eine Bedingung: Wer keine erfüllt, bleibt hängen. Fügen Sie einen Weg ohne Bedingung hinzu.</translation>
    </message>
    <message>
        <source>Nobody owns the handoff[ “{node}”][ to “{to}” in stage “{stage}”]: what is handed over stays lying. Name a person.</source>
        <translation>Niemand verantwortet die Übergabe[ „{node}“][ an „{to}“ in der Phase „{stage}“]: Was übergeben wird, bleibt liegen. Nennen Sie eine Person.</translation>
    </message>
    <message>
        <source>“{node}” has no baseline branch, so its effect cannot be compared with the fixed workflow. Name one.</source>
        <translation>„{node}“ hat keinen Baseline-Zweig, also lässt sich seine Wirkung nicht mit dem festen Ablauf vergleichen. Nennen Sie einen.</translation>
    </message>
    <message>
        <source>The journey says no objective: nobody can tell whether it works. Write one.</source>
        <translation>Die Journey nennt keinen Zweck: Niemand kann sagen, ob sie wirkt. Schreiben Sie einen.</translation>
    </message>
    <message>
        <source>The journey says no learning goal: its agents act but have nothing to learn from. Name a goal.</source>
        <translation>Die Journey nennt kein Lernziel: Ihre Agenten handeln, haben aber nichts, woraus sie lernen. Nennen Sie ein Ziel.</translation>
    </message>
    <message>
        <source>No stage has a measure of success. Give at least one a KPI.</source>
        <translation>Keine Phase hat ein Maß des Erfolgs. Geben Sie mindestens einer einen KPI.</translation>
    </message>
    <message>
        <source>Only attention is measured (“{kpis}”): agents would learn to please the measure. Add one of outcome, like orders or resolved cases.</source>
        <translation>Nur Aufmerksamkeit wird gemessen („{kpis}“): Agenten würden lernen, dem Maß zu gefallen. Fügen Sie eines des Ergebnisses hinzu, etwa Bestellungen oder gelöste Fälle.</translation>
    </message>
    <message>
        <source>The map has {count} stages. More than seven are hard to read and to act upon; join some.</source>
        <translation>Die Karte hat {count} Phasen. Mehr als sieben sind schwer zu lesen und zu befolgen; fassen Sie einige zusammen.</translation>
    </message>
    <message>
        <source>“{what}” in stage “{stage}” has no fallback: when it happens, nobody knows what then. Write one.</source>
        <translation>„{what}“ in der Phase „{stage}“ hat keinen Ausweg: Wenn es geschieht, weiß niemand weiter. Schreiben Sie einen.</translation>
    </message>
    <message>
        <source>The matrix has no cell for “{action}” ({risk:word} risk, {reversibility:word}), so a person decides every time. Fill the cell.</source>
        <translation>Die Matrix hat keine Zelle für „{action}“ (Risiko {risk:word}, {reversibility:word}), also entscheidet jedes Mal ein Mensch. Füllen Sie die Zelle.</translation>
    </message>
    <message>
        <source>“{action}” acts by itself at “{node}”, a touchpoint of high {reason:word}. Let a person decide there, or take a milder action.</source>
        <translation>„{action}“ handelt bei „{node}“ von selbst, einem Punkt mit hohem Wert für {reason:word}. Lassen Sie dort einen Menschen entscheiden oder wählen Sie eine mildere Aktion.</translation>
    </message>
    <message>
        <source>{queued} of {actions} actions in use always wait for a person: the queue will not be kept up with. Loosen what is harmless.</source>
        <translation>{queued} von {actions} verwendeten Aktionen warten immer auf einen Menschen: Die Warteschlange ist nicht zu bewältigen. Lockern Sie, was harmlos ist.</translation>
    </message>
    <message>
        <source>A cell asks for two people, and {approvers} may approve: it can never be approved. Add an approver, or ask for one person.</source>
        <translation>Eine Zelle verlangt zwei Personen, und {approvers} dürfen freigeben: Sie kann nie freigegeben werden. Fügen Sie jemanden hinzu oder verlangen Sie eine Person.</translation>
    </message>
    <message>
        <source>A cell hands over to a person when time runs out, and no action is a handoff. Mark one with “handoff: true”.</source>
        <translation>Eine Zelle übergibt nach Ablauf der Zeit an einen Menschen, und keine Aktion ist eine Übergabe. Kennzeichnen Sie eine mit „handoff: true“.</translation>
    </message>
    <message>
        <source>The condition “{condition}” can never be true, so this has no effect. Mend or delete it.</source>
        <translation>Die Bedingung „{condition}“ kann nie wahr sein, also bewirkt das nichts. Berichtigen oder löschen Sie sie.</translation>
    </message>
    <message>
        <source>The cap “{policy}” is already used up when “{action}” comes at “{node}”: it never goes out. Raise the cap, or wait longer before.</source>
        <translation>Die Obergrenze „{policy}“ ist schon erschöpft, wenn „{action}“ bei „{node}“ an die Reihe kommt: Es geht nie hinaus. Heben Sie die Obergrenze an oder warten Sie vorher länger.</translation>
    </message>
    <message>
        <source>“{block}” uses “{placeholder}”, which nobody is given: the text could not be written. Map or require the trait, or leave it out.</source>
        <translation>„{block}“ verwendet „{placeholder}“, das niemand bekommt: Der Text könnte nicht geschrieben werden. Bilden Sie das Merkmal ab, verlangen Sie es oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>The brand rules forbid “{word}”. Say it with another word.</source>
        <translation>Die Markenregeln verbieten „{word}“. Sagen Sie es mit einem anderen Wort.</translation>
    </message>
    <message>
        <source>The subject has {length} characters; the brand rules allow {limit}. Shorten it.</source>
        <translation>Der Betreff hat {length} Zeichen; die Markenregeln erlauben {limit}. Kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>Stage “{stage}” has {signals} signals; under three it is guesswork. Add some.</source>
        <translation>Die Phase „{stage}“ hat {signals} Signale; unter dreien ist es geraten. Fügen Sie welche hinzu.</translation>
    </message>
    <message>
        <source>The name of stage “{stage}” says nothing about the customer. Name what is different there.</source>
        <translation>Der Name der Phase „{stage}“ sagt nichts über die Kundschaft. Nennen Sie, was dort anders ist.</translation>
    </message>
    <message>
        <source>Nothing answers when a customer comes to stage “{stage}”. Add a node, an exit rule or content for it.</source>
        <translation>Nichts antwortet, wenn jemand in die Phase „{stage}“ kommt. Fügen Sie einen Schritt, eine Ausgangsregel oder Inhalt dafür hinzu.</translation>
    </message>
    <message>
        <source>“{first}” may choose “{first-action}” while “{second}” chooses “{second-action}”, and the two exclude each other: arbitration will drop one. Give both to one agent if that is not meant.</source>
        <translation>„{first}“ darf „{first-action}“ wählen, während „{second}“ „{second-action}“ wählt, und beide schließen einander aus: Die Abwägung lässt eines fallen. Geben Sie beide einem Agenten, wenn das nicht gemeint ist.</translation>
    </message>
    <message>
        <source>The condition is empty. Write one, or leave it out.</source>
        <translation>Die Bedingung ist leer. Schreiben Sie eine oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>The condition is longer than {limit} bytes. Shorten it.</source>
        <translation>Die Bedingung ist länger als {limit} Bytes. Kürzen Sie sie.</translation>
    </message>
    <message>
        <source>The condition is nested more than {limit} deep. Make it flatter.</source>
        <translation>Die Bedingung ist tiefer als {limit} verschachtelt. Machen Sie sie flacher.</translation>
    </message>
    <message>
        <source>The condition is not UTF-8 here. Write this anew.</source>
        <translation>Die Bedingung ist hier kein UTF-8. Schreiben Sie die Stelle neu.</translation>
    </message>
    <message>
        <source>“{found}” cannot stand in a condition. Take it out.</source>
        <translation>„{found}“ kann nicht in einer Bedingung stehen. Nehmen Sie es heraus.</translation>
    </message>
    <message>
        <source>Expected here: {expected:word}.[ Found: “{found}”.]</source>
        <translation>Hier erwartet: {expected:word}.[ Gefunden: „{found}“.]</translation>
    </message>
    <message>
        <source>What begins here never ends: {expected} is missing.</source>
        <translation>Was hier beginnt, endet nie: {expected} fehlt.</translation>
    </message>
    <message>
        <source>“{found}” is not an escape. Known are \n, \t, \&quot;, \\ and \u with four digits.</source>
        <translation>„{found}“ ist keine Maskierung. Bekannt sind \n, \t, \&quot;, \\ und \u mit vier Ziffern.</translation>
    </message>
    <message>
        <source>“{found}” is not of the form that is expected: {expected:word}.</source>
        <translation>„{found}“ hat nicht die erwartete Form: {expected:word}.</translation>
    </message>
    <message>
        <source>“{found}” is written twice. Keep one of them.</source>
        <translation>„{found}“ steht zweimal da. Behalten Sie eines davon.</translation>
    </message>
    <message>
        <source>“{found}” is FEEL that Wayreeve does not know yet; docs/formats/feel.md lists what it knows. Say it otherwise.</source>
        <translation>„{found}“ ist FEEL, das Wayreeve noch nicht kennt; docs/formats/feel.md nennt, was es kennt. Sagen Sie es anders.</translation>
    </message>
    <message>
        <source>“{found}” is not a known name.[ Nearest known: “{nearest}”.]</source>
        <translation>„{found}“ ist kein bekannter Name.[ Nächster bekannter: „{nearest}“.]</translation>
    </message>
    <message>
        <source>“{found}” is not a known function.[ Nearest known: “{nearest}”.]</source>
        <translation>„{found}“ ist keine bekannte Funktion.[ Nächste bekannte: „{nearest}“.]</translation>
    </message>
    <message>
        <source>A value of type {type:word} has no “{found}”.[ Nearest known: “{nearest}”.][ It has: {expected}.]</source>
        <translation>Ein Wert der Art {type:word} hat kein „{found}“.[ Nächstes bekanntes: „{nearest}“.][ Er hat: {expected}.]</translation>
    </message>
    <message>
        <source>“{found}” is never a value of this.[ Nearest known: “{nearest}”.][ Its values are: {expected}.]</source>
        <translation>„{found}“ ist nie ein Wert davon.[ Nächster bekannter: „{nearest}“.][ Die Werte sind: {expected}.]</translation>
    </message>
    <message>
        <source>The function “{function}” takes {expected} values, not {found}.</source>
        <translation>Die Funktion „{function}“ nimmt {expected} Werte, nicht {found}.</translation>
    </message>
    <message>
        <source>“{operator}” does not go with {left:word} and {right:word}.</source>
        <translation>„{operator}“ passt nicht zu {left:word} und {right:word}.</translation>
    </message>
    <message>
        <source>Expected[ by “{function}”]: {expected:word}. Found: {found:word}.</source>
        <translation>Erwartet[ von „{function}“]: {expected:word}. Gefunden: {found:word}.</translation>
    </message>
    <message>
        <source>The measure “{measure}” needs a window. Give it rolling or calendar days.</source>
        <translation>Die Messgröße „{measure}“ braucht ein Fenster. Geben Sie ihr ein gleitendes oder Kalendertage.</translation>
    </message>
    <message>
        <source>The measure “{measure}” needs the property whose values it takes. Add one.</source>
        <translation>Die Messgröße „{measure}“ braucht die Eigenschaft, deren Werte sie nimmt. Fügen Sie eine hinzu.</translation>
    </message>
    <message>
        <source>“{name}” is not a time zone. Use a name like Europe/Berlin.</source>
        <translation>„{name}“ ist keine Zeitzone. Verwenden Sie einen Namen wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>“{text}” is not a time. Write one like 2026-03-02T09:00:00Z.</source>
        <translation>„{text}“ ist keine Zeit. Schreiben Sie eine wie 2026-03-02T09:00:00Z.</translation>
    </message>
    <message>
        <source>“{text}” is not a length of time. Write one like 30 min, 4 h or 7 d.</source>
        <translation>„{text}“ ist keine Zeitdauer. Schreiben Sie eine wie 30 min, 4 h oder 7 d.</translation>
    </message>
    <message>
        <source>There is no workspace in “{folder}”: workspace.yaml is missing. Name a folder that has one.</source>
        <translation>In „{folder}“ ist kein Arbeitsbereich: workspace.yaml fehlt. Nennen Sie einen Ordner, der eine hat.</translation>
    </message>
    <message>
        <source>“{file}” is not a folder. Name the folder that holds workspace.yaml.</source>
        <translation>„{file}“ ist kein Ordner. Nennen Sie den Ordner, der workspace.yaml enthält.</translation>
    </message>
    <message>
        <source>The workspace in “{folder}” cannot be read. Check it to see what is wrong.</source>
        <translation>Der Arbeitsbereich in „{folder}“ kann nicht gelesen werden. Prüfen Sie ihn, um zu sehen, was falsch ist.</translation>
    </message>
    <message>
        <source>This is not YAML that can be read: {reason:word}. Mend it here or on the line before.</source>
        <translation>Das ist kein lesbares YAML: {reason:word}. Berichtigen Sie es hier oder in der Zeile davor.</translation>
    </message>
    <message>
        <source>A tab indents this line. YAML is indented by spaces: put two spaces for each level.</source>
        <translation>Ein Tabulator rückt diese Zeile ein. YAML wird mit Leerzeichen eingerückt: Setzen Sie je Ebene zwei Leerzeichen.</translation>
    </message>
    <message>
        <source>The file is empty. Write at least “format: 1”.</source>
        <translation>Die Datei ist leer. Schreiben Sie mindestens „format: 1“.</translation>
    </message>
    <message>
        <source>The file is larger than {limit} bytes. Split it.</source>
        <translation>Die Datei ist größer als {limit} Bytes. Teilen Sie sie.</translation>
    </message>
    <message>
        <source>Lists and mappings are nested more than {limit} deep. Make it flatter.</source>
        <translation>Listen und Zuordnungen sind tiefer als {limit} verschachtelt. Machen Sie es flacher.</translation>
    </message>
    <message>
        <source>The file is not UTF-8. Save it as UTF-8.</source>
        <translation>Die Datei ist kein UTF-8. Speichern Sie sie als UTF-8.</translation>
    </message>
    <message>
        <source>There is an invisible control character here. Delete it.</source>
        <translation>Hier steht ein unsichtbares Steuerzeichen. Löschen Sie es.</translation>
    </message>
    <message>
        <source>Aliases (*name) are not allowed. Write the value out.</source>
        <translation>Verweise (*name) sind nicht erlaubt. Schreiben Sie den Wert aus.</translation>
    </message>
    <message>
        <source>Anchors (&amp;name) are not allowed. Write each value out where it is used; text that begins with &amp; goes in quotes.</source>
        <translation>Anker (&amp;name) sind nicht erlaubt. Schreiben Sie jeden Wert dort aus, wo er gebraucht wird; Text, der mit &amp; beginnt, gehört in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Merge keys (&lt;&lt;) are not allowed. Write the keys out.</source>
        <translation>Verschmelzungsschlüssel (&lt;&lt;) sind nicht erlaubt. Schreiben Sie die Schlüssel aus.</translation>
    </message>
    <message>
        <source>Tags (!{tag}) are not allowed. Leave the tag out; text that begins with ! goes in quotes.</source>
        <translation>Typkennzeichen (!{tag}) sind nicht erlaubt. Lassen Sie es weg; Text, der mit ! beginnt, gehört in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Directives (%) are not allowed. Delete this line.</source>
        <translation>Direktiven (%) sind nicht erlaubt. Löschen Sie diese Zeile.</translation>
    </message>
    <message>
        <source>A file holds one document; a second one begins here. Delete the “---”.</source>
        <translation>Eine Datei enthält ein Dokument; hier beginnt ein zweites. Löschen Sie das „---“.</translation>
    </message>
    <message>
        <source>A key must be a single word or text, not a list.</source>
        <translation>Ein Schlüssel muss ein einzelnes Wort oder Text sein, keine Liste.</translation>
    </message>
    <message>
        <source>“{key}” is written twice[, first on line {first}]. Keep one of them.</source>
        <translation>„{key}“ steht zweimal da[, zuerst in Zeile {first}]. Behalten Sie eines davon.</translation>
    </message>
    <message>
        <source>“{key}” is not a key here.[ Nearest known: “{nearest}”.][ These are known: {expected}.]</source>
        <translation>„{key}“ ist hier kein Schlüssel.[ Nächster bekannter: „{nearest}“.][ Bekannt sind: {expected}.]</translation>
    </message>
    <message>
        <source>“{key}” is missing and must be given.</source>
        <translation>„{key}“ fehlt und muss angegeben werden.</translation>
    </message>
    <message>
        <source>“{found}” is not possible here.[ Nearest known: “{nearest}”.] Choose one of: {expected}.</source>
        <translation>„{found}“ ist hier nicht möglich.[ Nächstes bekanntes: „{nearest}“.] Wählen Sie eines von: {expected}.</translation>
    </message>
    <message>
        <source>Expected: {expected:word}. Found: {found:word}.</source>
        <translation>Erwartet: {expected:word}. Gefunden: {found:word}.</translation>
    </message>
    <message>
        <source>Nothing stands here. Expected: {expected:word}; or leave the key out.</source>
        <translation>Hier steht nichts. Erwartet: {expected:word}; oder lassen Sie den Schlüssel weg.</translation>
    </message>
    <message>
        <source>“{found}” means different things to different YAML readers. Expected: {expected:word}; if it is meant as text, put it in quotes.</source>
        <translation>„{found}“ bedeutet für verschiedene YAML-Leser Verschiedenes. Erwartet: {expected:word}; wenn Text gemeint ist, setzen Sie es in Anführungszeichen.</translation>
    </message>
    <message>
        <source>{found} is out of range.[ The least is {low}.][ The most is {high}.]</source>
        <translation>{found} liegt außerhalb des Bereichs.[ Das Kleinste ist {low}.][ Das Größte ist {high}.]</translation>
    </message>
    <message>
        <source>The text is empty. Write one, or leave the key out.</source>
        <translation>Der Text ist leer. Schreiben Sie einen oder lassen Sie den Schlüssel weg.</translation>
    </message>
    <message>
        <source>“{found}” cannot be an id. Ids are up to 64 small letters, digits, hyphens and underscores.</source>
        <translation>„{found}“ kann keine Kennung sein. Kennungen sind bis zu 64 Kleinbuchstaben, Ziffern, Binde- und Unterstriche.</translation>
    </message>
    <message>
        <source>“{found}” is not a length of time. Write one like 30 min, 4 h or 7 d.</source>
        <translation>„{found}“ ist keine Zeitdauer. Schreiben Sie eine wie 30 min, 4 h oder 7 d.</translation>
    </message>
    <message>
        <source>“{found}” is not a time. Write one like 2026-03-02T09:00:00Z.</source>
        <translation>„{found}“ ist keine Zeit. Schreiben Sie eine wie 2026-03-02T09:00:00Z.</translation>
    </message>
    <message>
        <source>“{found}” is not a time of day. Write one in quotes, like &quot;20:00&quot;.</source>
        <translation>„{found}“ ist keine Uhrzeit. Schreiben Sie eine in Anführungszeichen, etwa &quot;20:00&quot;.</translation>
    </message>
    <message>
        <source>The file is missing, and no workspace can do without it. Write it, or copy it from a template.</source>
        <translation>Die Datei fehlt, und kein Arbeitsbereich kommt ohne sie aus. Schreiben Sie sie oder kopieren Sie sie aus einer Vorlage.</translation>
    </message>
    <message>
        <source>The file does not say its format. Begin it with “format: 1”.</source>
        <translation>Die Datei nennt ihr Format nicht. Beginnen Sie sie mit „format: 1“.</translation>
    </message>
    <message>
        <source>“{found}” is not a format. Begin the file with “format: 1”.</source>
        <translation>„{found}“ ist kein Format. Beginnen Sie die Datei mit „format: 1“.</translation>
    </message>
    <message>
        <source>This file has format {format}; this program reads up to {supported}. Use a newer Wayreeve.</source>
        <translation>Diese Datei hat Format {format}; dieses Programm liest bis {supported}. Verwenden Sie ein neueres Wayreeve.</translation>
    </message>
    <message>
        <source>The id is “{id}”, but the file is named for “{expected}”. Make them equal.</source>
        <translation>Die Kennung ist „{id}“, aber die Datei heißt nach „{expected}“. Gleichen Sie beide an.</translation>
    </message>
    <message>
        <source>The id “{id}” is used twice. Ids must be unique.</source>
        <translation>Die Kennung „{id}“ wird zweimal verwendet. Kennungen müssen eindeutig sein.</translation>
    </message>
    <message>
        <source>“{id}” is a word of Wayreeve&apos;s own. Choose another id.</source>
        <translation>„{id}“ ist ein eigenes Wort von Wayreeve. Wählen Sie eine andere Kennung.</translation>
    </message>
    <message>
        <source>This needs an id. Add “id:” with a name of its own.</source>
        <translation>Das braucht eine Kennung. Fügen Sie „id:“ mit einem eigenen Namen hinzu.</translation>
    </message>
    <message>
        <source>A node of type “{type}” needs “{key}”. Add it, or choose another type.</source>
        <translation>Ein Schritt der Art „{type}“ braucht „{key}“. Fügen Sie es hinzu oder wählen Sie eine andere Art.</translation>
    </message>
    <message>
        <source>“{key}” has no meaning for “{type}”. Take it out, or choose another type.</source>
        <translation>„{key}“ hat für „{type}“ keine Bedeutung. Nehmen Sie es heraus oder wählen Sie eine andere Art.</translation>
    </message>
    <message>
        <source>Exactly one thing to match must be given here; found {found}.</source>
        <translation>Hier muss genau eines angegeben werden, worauf es passt; gefunden: {found}.</translation>
    </message>
    <message>
        <source>The three arms add up to {sum} %. Make agentic, control and baseline 100 %.</source>
        <translation>Die drei Arme ergeben {sum} %. Bringen Sie agentic, control und baseline auf 100 %.</translation>
    </message>
    <message>
        <source>The file was changed by another program. Nothing was overwritten; load it again or save under another name.</source>
        <translation>Die Datei wurde von einem anderen Programm geändert. Nichts wurde überschrieben; laden Sie sie neu oder speichern Sie unter anderem Namen.</translation>
    </message>
    <message>
        <source>This cannot be written so that it reads the same again ({reason}). Nothing was saved; undo the last change.</source>
        <translation>Das lässt sich nicht so schreiben, dass es wieder gleich gelesen wird ({reason}). Nichts wurde gespeichert; nehmen Sie die letzte Änderung zurück.</translation>
    </message>
    <message>
        <source>Unknown {kind:word}: “{found}”.[ Nearest known: “{nearest}”.] Correct the name or write what it names.</source>
        <translation>Unbekannt ({kind:word}): „{found}“.[ Nächster bekannter Name: „{nearest}“.] Berichtigen Sie den Namen oder schreiben Sie, was er nennt.</translation>
    </message>
    <message>
        <source>The subject has a line break or another control character. Write it as one line, without “|” or “&gt;” before it.</source>
        <translation>Der Betreff enthält einen Zeilenumbruch oder ein anderes Steuerzeichen. Schreiben Sie ihn in eine Zeile, ohne „|“ oder „&gt;“ davor.</translation>
    </message>
    <message>
        <source>This has {length} characters; at most {limit} can be sent. Shorten it.</source>
        <translation>Das hat {length} Zeichen; höchstens {limit} können verschickt werden. Kürzen Sie es.</translation>
    </message>
    <message>
        <source>The placeholder “{found}” names no fact.[ Nearest known: “{nearest}”.]</source>
        <translation>Der Platzhalter „{found}“ nennt keinen Fakt.[ Nächster bekannter: „{nearest}“.]</translation>
    </message>
    <message>
        <source>The name “{name}” is taken by another fact. Choose another id.</source>
        <translation>Der Name „{name}“ ist von einem anderen Fakt belegt. Wählen Sie eine andere Kennung.</translation>
    </message>
    <message>
        <source>“{name}” has one type in “{first}” and another in “{second}”. Give both the same type, or name one differently.</source>
        <translation>„{name}“ hat in „{first}“ eine andere Art als in „{second}“. Geben Sie beiden dieselbe Art oder benennen Sie eines anders.</translation>
    </message>
    <message>
        <source>“{id}” does not say how it is drawn. Give exactly one of shares, low and high, or median and spread.</source>
        <translation>„{id}“ sagt nicht, wie es gezogen wird. Geben Sie genau eines an: shares, low und high oder median und spread.</translation>
    </message>
    <message>
        <source>The published version {hash} of {kind:word} “{id}” is missing: the run cannot be read as it was. Restore it from a backup of .wayreeve.</source>
        <translation>Die veröffentlichte Version {hash} von {kind:word} „{id}“ fehlt: Der Lauf kann nicht gelesen werden, wie er war. Holen Sie sie aus einer Sicherung von .wayreeve zurück.</translation>
    </message>
    <message>
        <source>The published version {hash} of {kind:word} “{id}” is not as it was written. Restore it from a backup of .wayreeve.</source>
        <translation>Die veröffentlichte Version {hash} von {kind:word} „{id}“ ist nicht, wie sie geschrieben wurde. Holen Sie sie aus einer Sicherung von .wayreeve zurück.</translation>
    </message>
    <message>
        <source>“{file}” cannot be read[: {reason}]. Check that it exists and that you may read it.</source>
        <translation>„{file}“ kann nicht gelesen werden[: {reason}]. Prüfen Sie, ob es sie gibt und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>“{file}” is larger than {limit} bytes. Make it smaller.</source>
        <translation>„{file}“ ist größer als {limit} Bytes. Machen Sie sie kleiner.</translation>
    </message>
    <message>
        <source>“{file}” cannot be written[: {reason}]. Check space and permissions, and try again.</source>
        <translation>„{file}“ kann nicht geschrieben werden[: {reason}]. Prüfen Sie Platz und Rechte und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“{id}” cannot be an id. Ids are up to 64 small letters, digits, hyphens and underscores.</source>
        <translation>„{id}“ kann keine Kennung sein. Kennungen sind bis zu 64 Kleinbuchstaben, Ziffern, Binde- und Unterstriche.</translation>
    </message>
    <message>
        <source>The id “{id}” is taken. Choose another one.</source>
        <translation>Die Kennung „{id}“ ist vergeben. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>There is no node “{id}” on this map.</source>
        <translation>Auf dieser Karte gibt es keinen Schritt „{id}“.</translation>
    </message>
    <message>
        <source>There is no stage “{id}” on this map.</source>
        <translation>Auf dieser Karte gibt es keine Phase „{id}“.</translation>
    </message>
    <message>
        <source>This connection is no longer on the map.</source>
        <translation>Diese Verbindung ist nicht mehr auf der Karte.</translation>
    </message>
    <message>
        <source>There is no “{id}” here any more.</source>
        <translation>Hier gibt es kein „{id}“ mehr.</translation>
    </message>
    <message>
        <source>“{from}” leads to “{to}” already. Change that connection instead.</source>
        <translation>„{from}“ führt schon zu „{to}“. Ändern Sie stattdessen diese Verbindung.</translation>
    </message>
    <message>
        <source>This cell cannot have that {field:word}. A sample lies between 0 and 100 %, a deadline is longer than nothing.</source>
        <translation>Diese Zelle kann das nicht haben: {field:word}. Eine Stichprobe liegt zwischen 0 und 100 %, eine Frist ist länger als nichts.</translation>
    </message>
    <message>
        <source>The row “{id}” must match exactly one of action, tag and condition.</source>
        <translation>Die Zeile „{id}“ muss auf genau eines passen: Aktion, Kennzeichen oder Bedingung.</translation>
    </message>
    <message>
        <source>This is not JSON: {reason:word}. Mend the line.</source>
        <translation>Das ist kein JSON: {reason:word}. Berichtigen Sie die Zeile.</translation>
    </message>
    <message>
        <source>“{key}” is written twice in one JSON object. Keep one of them.</source>
        <translation>„{key}“ steht in einem JSON-Objekt zweimal. Behalten Sie eines davon.</translation>
    </message>
    <message>
        <source>The JSON is nested more than {limit} deep.</source>
        <translation>Das JSON ist tiefer als {limit} verschachtelt.</translation>
    </message>
    <message>
        <source>An event must be a JSON object, like {&quot;type&quot;: &quot;track&quot;, …}.</source>
        <translation>Ein Ereignis muss ein JSON-Objekt sein, etwa {&quot;type&quot;: &quot;track&quot;, …}.</translation>
    </message>
    <message>
        <source>[“{type}” is not a type of event. ]Give “type” as track, identify, page, screen, group or alias.</source>
        <translation>[„{type}“ ist keine Art von Ereignis. ]Geben Sie „type“ als track, identify, page, screen, group oder alias an.</translation>
    </message>
    <message>
        <source>The event has no name. Give it one in “event”.</source>
        <translation>Das Ereignis hat keinen Namen. Geben Sie ihm einen in „event“.</translation>
    </message>
    <message>
        <source>The event names nobody. Give it a “userId” or an “anonymousId”.</source>
        <translation>Das Ereignis nennt niemanden. Geben Sie ihm eine „userId“ oder eine „anonymousId“.</translation>
    </message>
    <message>
        <source>Properties and traits must be a JSON object, not: {found:word}.</source>
        <translation>Eigenschaften und Merkmale müssen ein JSON-Objekt sein, nicht: {found:word}.</translation>
    </message>
    <message>
        <source>“{field}” is not a time that can be used. Write it like 2026-03-02T09:00:00Z.</source>
        <translation>„{field}“ ist keine brauchbare Zeit. Schreiben Sie sie wie 2026-03-02T09:00:00Z.</translation>
    </message>
    <message>
        <source>The event lies {by} in the future, so it was not counted. Check the sender&apos;s clock.</source>
        <translation>Das Ereignis liegt {by} in der Zukunft und wurde deshalb nicht gezählt. Prüfen Sie die Uhr des Absenders.</translation>
    </message>
    <message>
        <source>“{event}” lacks “{property}”, which the tracking plan requires.</source>
        <translation>„{event}“ fehlt „{property}“, das der Messplan verlangt.</translation>
    </message>
    <message>
        <source>“{property}” of “{event}” is not of the type that the tracking plan says: {expected:word}.</source>
        <translation>„{property}“ von „{event}“ ist nicht von der Art, die der Messplan nennt: {expected:word}.</translation>
    </message>
    <message>
        <source>“{found}” is not among the values that the tracking plan allows for “{property}” of “{event}”.</source>
        <translation>„{found}“ ist keiner der Werte, die der Messplan für „{property}“ von „{event}“ erlaubt.</translation>
    </message>
    <message>
        <source>The line is longer than {limit} bytes. Write one event a line.</source>
        <translation>Die Zeile ist länger als {limit} Bytes. Schreiben Sie ein Ereignis je Zeile.</translation>
    </message>
    <message>
        <source>There is no event in “{file}” that can be used, so no run was made. Write one JSON object a line.</source>
        <translation>In „{file}“ steht kein brauchbares Ereignis, also entstand kein Lauf. Schreiben Sie ein JSON-Objekt je Zeile.</translation>
    </message>
    <message>
        <source>The file has no column “{column}”, which the mapping names.[ Nearest known: “{nearest}”.] Change the mapping or the file&apos;s first line.</source>
        <translation>Die Datei hat keine Spalte „{column}“, die die Zuordnung nennt.[ Nächste bekannte: „{nearest}“.] Ändern Sie die Zuordnung oder die erste Zeile der Datei.</translation>
    </message>
    <message>
        <source>This row cannot be read: {why:word}[ (“{value}”)]. Mend the row; nothing was replayed.</source>
        <translation>Diese Zeile kann nicht gelesen werden: {why:word}[ („{value}“)]. Berichtigen Sie die Zeile; nichts wurde wiederholt.</translation>
    </message>
    <message>
        <source>The file has a first line and nothing below it, so there is nothing to replay.</source>
        <translation>Die Datei hat eine erste Zeile und nichts darunter, also gibt es nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>The mapping does not know the arm “{value}”.[ Nearest known: “{nearest}”.] Add it to “arms”.</source>
        <translation>Die Zuordnung kennt den Arm „{value}“ nicht.[ Nächster bekannter: „{nearest}“.] Fügen Sie ihn zu „arms“ hinzu.</translation>
    </message>
    <message>
        <source>This workspace has no mapping.yaml. Name one with --mapping.</source>
        <translation>Dieser Arbeitsbereich hat keine mapping.yaml. Nennen Sie eine mit --mapping.</translation>
    </message>
    <message>
        <source>The story expects nothing, so it can prove nothing. Add an expectation.</source>
        <translation>Die Geschichte erwartet nichts, also kann sie nichts beweisen. Fügen Sie eine Erwartung hinzu.</translation>
    </message>
    <message>
        <source>This expectation of “{story}” says nothing that could be seen. Name an action, a ruling, a stage or an intent.</source>
        <translation>Diese Erwartung von „{story}“ sagt nichts, was zu sehen wäre. Nennen Sie eine Aktion, einen Entscheid, eine Phase oder eine Absicht.</translation>
    </message>
    <message>
        <source>With “{guards}” switched off the story still passes: it does not guard it.</source>
        <translation>Auch mit abgeschaltetem „{guards}“ besteht die Geschichte: Sie bewacht es nicht.</translation>
    </message>
    <message>
        <source>The story fails as it is[: expected {expected}][; seen: {seen}].</source>
        <translation>Die Geschichte scheitert, wie sie ist[: erwartet {expected}][; gesehen: {seen}].</translation>
    </message>
    <message>
        <source>Expectation {expectation} was not met: expected {expected}[; seen: {seen}].</source>
        <translation>Erwartung {expectation} wurde nicht erfüllt: erwartet {expected}[; gesehen: {seen}].</translation>
    </message>
    <message>
        <source>Expectation {expectation} forbids this: {expected}[; seen: {seen}].</source>
        <translation>Erwartung {expectation} verbietet dies: {expected}[; gesehen: {seen}].</translation>
    </message>
    <message>
        <source>There is no such open item in the queue. List the queue again.</source>
        <translation>Diesen offenen Eintrag gibt es in der Warteschlange nicht. Listen Sie sie neu auf.</translation>
    </message>
    <message>
        <source>“{person}” is not in people.yaml.</source>
        <translation>„{person}“ steht nicht in people.yaml.</translation>
    </message>
    <message>
        <source>{person} is not an approver. Ask somebody who is.</source>
        <translation>{person} darf nicht freigeben. Fragen Sie jemanden, der es darf.</translation>
    </message>
    <message>
        <source>This is beyond what {person} may decide. Ask somebody with a wider grant.</source>
        <translation>Das geht über das hinaus, was {person} entscheiden darf. Fragen Sie jemanden mit weiterer Befugnis.</translation>
    </message>
    <message>
        <source>{by} has claimed this until {until}. Take another, or ask {by} to release it.</source>
        <translation>{by} hat das bis {until} übernommen. Nehmen Sie ein anderes oder bitten Sie {by}, es zurückzugeben.</translation>
    </message>
    <message>
        <source>Claim it first: only who has claimed an item can decide it.</source>
        <translation>Übernehmen Sie es zuerst: Nur wer einen Eintrag übernommen hat, kann darüber entscheiden.</translation>
    </message>
    <message>
        <source>The run did not take this in: it was ending. Try again.</source>
        <translation>Der Lauf hat das nicht aufgenommen: Er endete gerade. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This needs two different people, and {person} is the first one (or wrote the change). Ask somebody else.</source>
        <translation>Das braucht zwei verschiedene Personen, und {person} ist die erste (oder hat die Änderung geschrieben). Fragen Sie jemand anderen.</translation>
    </message>
    <message>
        <source>A rejection needs a reason. Write one.</source>
        <translation>Eine Ablehnung braucht einen Grund. Schreiben Sie einen.</translation>
    </message>
    <message>
        <source>This was decided already: it is {state:word}.</source>
        <translation>Darüber wurde schon entschieden: Es ist {state:word}.</translation>
    </message>
    <message>
        <source>The time to decide this has run out; the safe default was or will be taken.</source>
        <translation>Die Zeit, darüber zu entscheiden, ist abgelaufen; der sichere Standard wurde oder wird genommen.</translation>
    </message>
    <message>
        <source>This no longer stands: {reason:word}. Nothing goes out.</source>
        <translation>Das gilt nicht mehr: {reason:word}. Nichts geht hinaus.</translation>
    </message>
    <message>
        <source>The change was refused by {policy:word}. Change the text and try again.</source>
        <translation>Die Änderung wurde verweigert durch {policy:word}. Ändern Sie den Text und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No receiver is connected: set connector-url in workspace.yaml.</source>
        <translation>Kein Empfänger ist verbunden: Setzen Sie connector-url in workspace.yaml.</translation>
    </message>
    <message>
        <source>“{url}” is not an address that can be called (http:// or https://).</source>
        <translation>„{url}“ ist keine Adresse, die aufgerufen werden kann (http:// oder https://).</translation>
    </message>
    <message>
        <source>The text cannot be written: “{fact}” is not known of this customer.</source>
        <translation>Der Text kann nicht geschrieben werden: „{fact}“ ist von dieser Person nicht bekannt.</translation>
    </message>
    <message>
        <source>The content of this action is no longer there.</source>
        <translation>Den Inhalt dieser Aktion gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This workspace has no run yet. Simulate one first.</source>
        <translation>Dieser Arbeitsbereich hat noch keinen Lauf. Simulieren Sie zuerst einen.</translation>
    </message>
    <message>
        <source>There is no run[ “{run}”] in this workspace.</source>
        <translation>Es gibt in diesem Arbeitsbereich keinen solchen Lauf[: „{run}“].</translation>
    </message>
    <message>
        <source>Run {run} has not ended. Wait for it, or resume it.</source>
        <translation>Lauf {run} ist nicht zu Ende. Warten Sie darauf oder setzen Sie ihn fort.</translation>
    </message>
    <message>
        <source>What is stored differs from what these documents give, from record {entry} on. Nothing was written; simulate without --resume for a run of its own.</source>
        <translation>Das Gespeicherte weicht ab Datensatz {entry} von dem ab, was diese Dokumente ergeben. Nichts wurde geschrieben; simulieren Sie ohne --resume für einen eigenen Lauf.</translation>
    </message>
    <message>
        <source>Run {run} was started with other numbers or documents. Resume it with the same ones, or simulate without --resume.</source>
        <translation>Lauf {run} wurde mit anderen Zahlen oder Dokumenten begonnen. Setzen Sie ihn mit denselben fort oder simulieren Sie ohne --resume.</translation>
    </message>
    <message>
        <source>This workspace has no population to simulate. Add one under populations/.</source>
        <translation>Dieser Arbeitsbereich hat keine Population zum Simulieren. Fügen Sie eine unter populations/ hinzu.</translation>
    </message>
    <message>
        <source>There is no population “{id}”.[ Nearest known: “{nearest}”.]</source>
        <translation>Es gibt keine Population „{id}“.[ Nächste bekannte: „{nearest}“.]</translation>
    </message>
    <message>
        <source>“{id}” is not a decision&apos;s id. They look like s1-482-13; `wayreevectl decisions` lists them.</source>
        <translation>„{id}“ ist keine Kennung einer Entscheidung. Sie sehen aus wie s1-482-13; `wayreevectl decisions` listet sie auf.</translation>
    </message>
    <message>
        <source>There is no decision “[{id}][{key}]” in this run. `wayreevectl decisions` lists those that are.</source>
        <translation>Es gibt in diesem Lauf keine Entscheidung „[{id}][{key}]“. `wayreevectl decisions` listet die vorhandenen auf.</translation>
    </message>
    <message>
        <source>There is no customer “{id}” in this run.</source>
        <translation>Es gibt in diesem Lauf niemanden mit „{id}“.</translation>
    </message>
    <message>
        <source>There is no record {number} in this run.</source>
        <translation>Es gibt in diesem Lauf keinen Datensatz {number}.</translation>
    </message>
    <message>
        <source>There is no proposal {number} in this run.</source>
        <translation>Es gibt in diesem Lauf keinen Vorschlag {number}.</translation>
    </message>
    <message>
        <source>Record {number} cannot be read: its bytes are damaged. Run verify.</source>
        <translation>Datensatz {number} kann nicht gelesen werden: Seine Bytes sind beschädigt. Führen Sie verify aus.</translation>
    </message>
    <message>
        <source>The outbox has no item {number}. Run verify.</source>
        <translation>Der Postausgang hat keinen Eintrag {number}. Führen Sie verify aus.</translation>
    </message>
    <message>
        <source>The command {id} is no longer there. Give it again.</source>
        <translation>Den Befehl {id} gibt es nicht mehr. Geben Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>A stored command cannot be read: “{text}”. It was not carried out; run verify.</source>
        <translation>Ein gespeicherter Befehl kann nicht gelesen werden: „{text}“. Er wurde nicht ausgeführt; führen Sie verify aus.</translation>
    </message>
    <message>
        <source>The stored state of this run cannot be read: its bytes are damaged or of another version. Run verify, or restore a backup.</source>
        <translation>Der gespeicherte Zustand dieses Laufs kann nicht gelesen werden: Seine Bytes sind beschädigt oder von anderer Version. Führen Sie verify aus oder spielen Sie eine Sicherung ein.</translation>
    </message>
    <message>
        <source>The stored state of this run ({part:word}) is damaged. Run verify, or restore a backup.</source>
        <translation>Der gespeicherte Zustand dieses Laufs ({part:word}) ist beschädigt. Führen Sie verify aus oder spielen Sie eine Sicherung ein.</translation>
    </message>
    <message>
        <source>The stored state of the value model ({part:word}) does not fit these documents or is damaged. Run verify, or restore a backup.</source>
        <translation>Der gespeicherte Zustand des Wertmodells ({part:word}) passt nicht zu diesen Dokumenten oder ist beschädigt. Führen Sie verify aus oder spielen Sie eine Sicherung ein.</translation>
    </message>
    <message>
        <source>Another program is using the data file of this workspace. Nothing was lost; try again.</source>
        <translation>Ein anderes Programm verwendet die Datendatei dieses Arbeitsbereichs. Nichts ging verloren; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The data of this workspace was written by a newer Wayreeve (version {found}; this one knows {known}). Nothing was changed. Use the newer one.</source>
        <translation>Die Daten dieses Arbeitsbereichs wurden von einem neueren Wayreeve geschrieben (Version {found}; dieses kennt {known}). Nichts wurde geändert. Verwenden Sie das neuere.</translation>
    </message>
    <message>
        <source>The data file of this workspace is not as Wayreeve left it: {object:word}[ {number}][ ({detail})]. Nothing was changed. Run verify, or restore a backup.</source>
        <translation>Die Datendatei dieses Arbeitsbereichs ist nicht, wie Wayreeve sie hinterließ: {object:word}[ {number}][ ({detail})]. Nichts wurde geändert. Führen Sie verify aus oder spielen Sie eine Sicherung ein.</translation>
    </message>
    <message>
        <source>The disk is full. What was committed is safe; free some space and try again.</source>
        <translation>Der Datenträger ist voll. Was gespeichert wurde, ist sicher; schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The data of this workspace cannot be used[ (“{file}”)][: {detail}]. Nothing that was committed is lost; check space and permissions.</source>
        <translation>Die Daten dieses Arbeitsbereichs können nicht verwendet werden[ („{file}“)][: {detail}]. Nichts Gespeichertes ist verloren; prüfen Sie Platz und Rechte.</translation>
    </message>
    <message>
        <source>The signing key “{file}” is missing, while its public part is there. Restore it from a backup; without it nothing can be added to this chain.</source>
        <translation>Der Signaturschlüssel „{file}“ fehlt, während sein öffentlicher Teil da ist. Holen Sie ihn aus einer Sicherung zurück; ohne ihn kann dieser Kette nichts hinzugefügt werden.</translation>
    </message>
    <message>
        <source>The signing key “{file}” is damaged or does not belong to this workspace. Restore it from a backup.</source>
        <translation>Der Signaturschlüssel „{file}“ ist beschädigt oder gehört nicht zu diesem Arbeitsbereich. Holen Sie ihn aus einer Sicherung zurück.</translation>
    </message>
    <message>
        <source>What was to be written names record {about}, which is not stored. Nothing was written; this is an error in Wayreeve: please report it.</source>
        <translation>Was geschrieben werden sollte, nennt Datensatz {about}, der nicht gespeichert ist. Nichts wurde geschrieben; das ist ein Fehler in Wayreeve: Bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>Record {entry} does not continue the stored chain. Nothing was written; run verify.</source>
        <translation>Datensatz {entry} setzt die gespeicherte Kette nicht fort. Nichts wurde geschrieben; führen Sie verify aus.</translation>
    </message>
    <message>
        <source>{person} may not edit here. Ask a designer, a policy owner or an administrator.</source>
        <translation>{person} darf hier nichts bearbeiten. Fragen Sie jemanden aus Gestaltung oder Verwaltung oder mit Verantwortung für Richtlinien.</translation>
    </message>
    <message>
        <source>{person} may not let stopped actions run again. Ask a designer, an approver, a policy owner or an administrator.</source>
        <translation>{person} darf angehaltene Aktionen nicht wieder zulassen. Fragen Sie jemanden aus Gestaltung, Freigabe oder Verwaltung oder mit Verantwortung für Richtlinien.</translation>
    </message>
    <message>
        <source>What the story guards[ (“{guards}”)] does not exist or cannot be switched off. Name an element of the documents, like policies/margin-floor.</source>
        <translation>Was die Geschichte bewacht[ („{guards}“)], gibt es nicht oder lässt sich nicht abschalten. Nennen Sie ein Element der Dokumente, etwa policies/margin-floor.</translation>
    </message>
    <message>
        <source>Run {run} replays a log[ (“{file}”)], whose outcomes this workspace does not keep. Replay the log again: wayreevectl replay WS --events FILE --mapping FILE.</source>
        <translation>Lauf {run} spielt ein Protokoll nach[ („{file}“)], dessen Ergebnisse dieser Arbeitsbereich nicht aufbewahrt. Spielen Sie das Protokoll neu ab: wayreevectl replay WS --events FILE --mapping FILE.</translation>
    </message>
    <message>
        <source>“{file}” belongs to the workspace: writing there would destroy its data or a document. Nothing was changed; name another file.</source>
        <translation>„{file}“ gehört zum Arbeitsbereich: Dorthin zu schreiben würde seine Daten oder ein Dokument zerstören. Nichts wurde geändert; nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Another Wayreeve[ (process {pid})] is running this workspace. Stop it first, or use it.</source>
        <translation>Ein anderes Wayreeve[ (Prozess {pid})] führt diesen Arbeitsbereich aus. Beenden Sie es zuerst oder verwenden Sie es.</translation>
    </message>
    <message>
        <source>The data file of this workspace (“{file}”) is not there any more, while its keys or published documents are. Nothing was changed. Restore a backup, or remove the folder .wayreeve to begin anew without the earlier runs.</source>
        <translation>Die Datendatei dieses Arbeitsbereichs („{file}“) ist nicht mehr da, seine Schlüssel oder veröffentlichten Dokumente aber schon. Nichts wurde geändert. Stellen Sie eine Sicherung wieder her, oder entfernen Sie den Ordner .wayreeve, um ohne die früheren Läufe neu zu beginnen.</translation>
    </message>
    <message>
        <source>Row “{row}” of the matrix has no cell for {risk:word} risk, which is treated as Assisted: a person decides there every time.</source>
        <translation>Zeile „{row}“ der Matrix hat keine Zelle für das Risiko {risk:word}; sie gilt als Unterstützt: Dort entscheidet jedes Mal ein Mensch.</translation>
    </message>
    <message>
        <source>The default grid has no cell for {risk:word} risk, {reversibility:word}, which is treated as Assisted: a person decides there every time.</source>
        <translation>Das Standardraster hat keine Zelle für das Risiko {risk:word}, {reversibility:word}; sie gilt als Unterstützt: Dort entscheidet jedes Mal ein Mensch.</translation>
    </message>
    <message>
        <source>“{found}” is not a number that can be held: it is too large.</source>
        <translation>„{found}“ ist keine Zahl, die sich halten lässt: Sie ist zu groß.</translation>
    </message>
    <message>
        <source>{found} is too large to count with. Write a smaller number.</source>
        <translation>{found} ist zu groß, um damit zu rechnen. Schreiben Sie eine kleinere Zahl.</translation>
    </message>
    <message>
        <source>“{folder}” is a link to the folder that it stands in, or to one above. Make it a folder of its own.</source>
        <translation>„{folder}“ ist eine Verknüpfung zu dem Ordner, in dem sie steht, oder zu einem darüber. Machen Sie einen eigenen Ordner daraus.</translation>
    </message>
    <message>
        <source>This is another name of “{first}”, which would be read twice. Delete the link, or write a file of its own.</source>
        <translation>Das ist ein weiterer Name von „{first}“, das so zweimal gelesen würde. Löschen Sie die Verknüpfung, oder schreiben Sie eine eigene Datei.</translation>
    </message>
    <message>
        <source>“{property}” is {found}, a number that is too large to count with.</source>
        <translation>„{property}“ ist {found}, eine Zahl, die zu groß ist, um damit zu rechnen.</translation>
    </message>
    <message>
        <source>The event at {at} never happens: the story is over after {length}. Move it before that, or give the story more time with “length”.</source>
        <translation>Das Ereignis bei {at} geschieht nie: Die Geschichte ist nach {length} vorbei. Legen Sie es davor, oder geben Sie der Geschichte mit „length“ mehr Zeit.</translation>
    </message>
    <message>
        <source>What is expected at {time} is never looked at: the story is over after {length}. Expect it before that, or give the story more time with “length”.</source>
        <translation>Was bei {time} erwartet wird, wird nie angesehen: Die Geschichte ist nach {length} vorbei. Erwarten Sie es davor, oder geben Sie der Geschichte mit „length“ mehr Zeit.</translation>
    </message>
    <message>
        <source>Nothing can be within {within} and after {after}. Make “within” later than “after”; both count from the story&apos;s start.</source>
        <translation>Nichts kann innerhalb von {within} und nach {after} sein. Machen Sie „within“ später als „after“; beide zählen vom Beginn der Geschichte an.</translation>
    </message>
    <message>
        <source>The records of run {run} are not as this workspace signed them, so nothing is added to them. Run verify, or restore a backup.</source>
        <translation>Die Datensätze von Lauf {run} sind nicht so, wie dieser Arbeitsbereich sie unterschrieben hat; ihnen wird nichts hinzugefügt. Führen Sie verify aus, oder stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>No action is in the scope of “{policy}”, so it limits nothing. Look for a misspelt tag or action, or delete the policy.</source>
        <translation>Keine Aktion liegt im Geltungsbereich von „{policy}“, sie begrenzt also nichts. Suchen Sie nach einem falsch geschriebenen Schlagwort oder einer solchen Aktion, oder löschen Sie die Richtlinie.</translation>
    </message>
    <message>
        <source>“{file}” has no column “{column}”. A log has reward, pscore and pi_e_a, and both or neither of qhat_a and qhat_pi.</source>
        <translation>„{file}“ hat keine Spalte „{column}“. Ein Protokoll hat reward, pscore und pi_e_a, und qhat_a und qhat_pi beide oder keine.</translation>
    </message>
    <message>
        <source>“{file}” has a first line and nothing below it, so there is nothing to judge.</source>
        <translation>„{file}“ hat eine erste Zeile und nichts darunter; es gibt nichts zu beurteilen.</translation>
    </message>
    <message>
        <source>Row {row} of “{file}”: “{value}” in {column} cannot be used: {why:word}.</source>
        <translation>Zeile {row} von „{file}“: „{value}“ in {column} lässt sich nicht verwenden: {why:word}.</translation>
    </message>
    <message>
        <source>This workspace sends to real receivers, so its clock cannot be set. Leave out --now, or take the receivers out of workspace.yaml.</source>
        <translation>Dieser Arbeitsbereich sendet an echte Empfänger, deshalb kann seine Uhr nicht gestellt werden. Lassen Sie --now weg, oder nehmen Sie die Empfänger aus workspace.yaml.</translation>
    </message>
    <message>
        <source>The live run {run} was made with other documents and cannot go on with these. Bring those back, or begin a new run with --fresh: it starts without what {run} remembers of its customers.</source>
        <translation>Der Live-Lauf {run} ist mit anderen Dokumenten entstanden und kann mit diesen nicht weitergehen. Holen Sie jene zurück, oder beginnen Sie mit --fresh einen neuen Lauf: Er beginnt ohne das, was {run} von seinen Kunden weiß.</translation>
    </message>
    <message>
        <source>The live run {run} stands at {clock}. Its clock cannot go back: name a later --now, or begin a new run with --fresh.</source>
        <translation>Der Live-Lauf {run} steht bei {clock}. Seine Uhr kann nicht zurückgehen: Nennen Sie mit --now eine spätere Zeit, oder beginnen Sie mit --fresh einen neuen Lauf.</translation>
    </message>
    <message>
        <source>No live run is at work in this workspace. Start one with “wayreevectl serve”, or in Live.</source>
        <translation>In diesem Arbeitsbereich ist kein Live-Lauf am Werk. Starten Sie einen mit „wayreevectl serve“ oder unter Live.</translation>
    </message>
    <message>
        <source>The live run did not answer in time. Nothing was changed; try again.</source>
        <translation>Der Live-Lauf hat nicht rechtzeitig geantwortet. Nichts wurde geändert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The live run took this, but did not say what became of it. Look before you try again.</source>
        <translation>Der Live-Lauf hat dies angenommen, aber nicht gesagt, was daraus wurde. Sehen Sie nach, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The live run could not store this and has ended. Nothing was changed; look at its message.</source>
        <translation>Der Live-Lauf konnte dies nicht speichern und ist zu Ende. Nichts wurde geändert; lesen Sie seine Meldung.</translation>
    </message>
    <message>
        <source>The live run was started anew before it came to this. Nothing was changed; try again.</source>
        <translation>Der Live-Lauf wurde neu gestartet, bevor er dazu kam. Nichts wurde geändert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Run {live} is live; this belongs to {run}, which can be decided on once the live run stands still.</source>
        <translation>Live ist der Lauf {live}; dies gehört zu {run}, über den entschieden werden kann, sobald der Live-Lauf stillsteht.</translation>
    </message>
    <message>
        <source>“{url}” is not the address of a mail server (smtp:// or smtps://).</source>
        <translation>„{url}“ ist nicht die Adresse eines Mailservers (smtp:// oder smtps://).</translation>
    </message>
    <message>
        <source>A connector of kind “{type}” needs “{key}”. Add it.</source>
        <translation>Ein Anschluss der Art „{type}“ braucht „{key}“. Ergänzen Sie es.</translation>
    </message>
    <message>
        <source>“{name}” cannot name an environment variable. Write the variable&apos;s name (capital letters, digits, “_”), never the secret itself.</source>
        <translation>„{name}“ kann keine Umgebungsvariable benennen. Schreiben Sie den Namen der Variable (Großbuchstaben, Ziffern, „_“), nie das Geheimnis selbst.</translation>
    </message>
    <message>
        <source>The connector “{id}” has no secret: set the environment variable {name}.</source>
        <translation>Der Anschluss „{id}“ hat kein Geheimnis: Setzen Sie die Umgebungsvariable {name}.</translation>
    </message>
    <message>
        <source>What the environment variable {name} holds is no secret that the connector “{id}” can use.</source>
        <translation>Was die Umgebungsvariable {name} enthält, ist kein Geheimnis, mit dem der Anschluss „{id}“ arbeiten kann.</translation>
    </message>
    <message>
        <source>“{address}” is not an e-mail address that a message can be sent from.</source>
        <translation>„{address}“ ist keine E-Mail-Adresse, von der eine Nachricht ausgehen kann.</translation>
    </message>
    <message>
        <source>“{key}” of the connector “{id}” cannot stand in a message&apos;s header.</source>
        <translation>„{key}“ des Anschlusses „{id}“ kann nicht im Kopf einer Nachricht stehen.</translation>
    </message>
    <message>
        <source>Item {number} is {state:word}. Only what failed or is unclear can be sent again.</source>
        <translation>Eintrag {number} ist {state:word}. Nur was gescheitert oder unklar ist, kann noch einmal gesendet werden.</translation>
    </message>
    <message>
        <source>The {kind} of {id} could not be asked for: {reason}.</source>
        <translation>{kind} von {id} konnte nicht erfragt werden: {reason}.</translation>
    </message>
    <message>
        <source>Nothing is known of the {kind} of {id}.</source>
        <translation>Zu {kind} von {id} ist nichts bekannt.</translation>
    </message>
    <message>
        <source>The answer about the {kind} of {id} cannot be read (“{key}”).</source>
        <translation>Die Antwort zu {kind} von {id} ist nicht lesbar („{key}“).</translation>
    </message>
    <message>
        <source>What is known of the {kind} of {id} is {age} old; it may be {limit} old.</source>
        <translation>Was zu {kind} von {id} bekannt ist, ist {age} alt; es darf {limit} alt sein.</translation>
    </message>
    <message>
        <source>What is said of the {kind} of {id} lies in the future.</source>
        <translation>Was zu {kind} von {id} gesagt wird, liegt in der Zukunft.</translation>
    </message>
    <message>
        <source>This customer has since become part of another one. Undo that merge first.</source>
        <translation>Dieser Kunde ist inzwischen in einem anderen aufgegangen. Heben Sie zuerst jene Zusammenführung auf.</translation>
    </message>
    <message>
        <source>Events cannot be received at {address}, port {port}[: {detail}]. Choose another address or port.</source>
        <translation>An {address}, Port {port}, können keine Ereignisse empfangen werden[: {detail}]. Wählen Sie eine andere Adresse oder einen anderen Port.</translation>
    </message>
    <message>
        <source>The list of sources (“{file}”) cannot be read. Restore it from a backup, or remove it and add the sources anew; they then get new keys.</source>
        <translation>Die Liste der Quellen („{file}“) ist nicht lesbar. Holen Sie sie aus einer Sicherung zurück, oder entfernen Sie sie und legen Sie die Quellen neu an; sie bekommen dann neue Schlüssel.</translation>
    </message>
    <message>
        <source>“{id}” cannot be the id of a source: use lower-case letters, digits, - and _, at most 64.</source>
        <translation>„{id}“ kann nicht die Kennung einer Quelle sein: Nehmen Sie kleine Buchstaben, Ziffern, - und _, höchstens 64.</translation>
    </message>
    <message>
        <source>There is a source “{id}” already. Remove it first to give it a new key.</source>
        <translation>Eine Quelle „{id}“ gibt es schon. Entfernen Sie sie zuerst, um ihr einen neuen Schlüssel zu geben.</translation>
    </message>
    <message>
        <source>The table has no inputs. Add what it decides by.</source>
        <translation>Die Tabelle hat keine Eingaben. Ergänzen Sie, wonach sie entscheidet.</translation>
    </message>
    <message>
        <source>The table has no outputs. Add what it answers.</source>
        <translation>Die Tabelle hat keine Ausgaben. Ergänzen Sie, was sie antwortet.</translation>
    </message>
    <message>
        <source>The row has {found} cells where {expected} are needed.</source>
        <translation>Die Zeile hat {found} Zellen, wo {expected} gebraucht werden.</translation>
    </message>
    <message>
        <source>A table takes at most {limit} of these. Split it.</source>
        <translation>Eine Tabelle nimmt höchstens {limit} davon auf. Teilen Sie sie.</translation>
    </message>
    <message>
        <source>This has no name. Cells need one to speak of it.</source>
        <translation>Dies hat keinen Namen. Zellen brauchen einen, um davon zu sprechen.</translation>
    </message>
    <message>
        <source>“{found}” is named twice. Rename one of them.</source>
        <translation>„{found}“ ist zweimal benannt. Benennen Sie eines davon um.</translation>
    </message>
    <message>
        <source>A table needs to know the type; “{found}” is none.</source>
        <translation>Eine Tabelle muss den Typ kennen; „{found}“ ist keiner.</translation>
    </message>
    <message>
        <source>No expression could ask a table named “{found}”. Give it another id.</source>
        <translation>Kein Ausdruck könnte eine Tabelle namens „{found}“ fragen. Geben Sie ihr eine andere Kennung.</translation>
    </message>
    <message>
        <source>Only texts take a list of values; this is of type {type:word}.</source>
        <translation>Nur Texte haben eine Liste von Werten; dies ist vom Typ {type:word}.</translation>
    </message>
    <message>
        <source>The limits must be constants, as in [0..100]. Take the expression out.</source>
        <translation>Die Grenzen müssen Konstanten sein, wie in [0..100]. Nehmen Sie den Ausdruck heraus.</translation>
    </message>
    <message>
        <source>This hit policy has an answer without rows. Take “otherwise” out.</source>
        <translation>Diese Trefferregel hat auch ohne Zeilen eine Antwort. Nehmen Sie „otherwise“ heraus.</translation>
    </message>
    <message>
        <source>This hit policy takes one output. Remove the others.</source>
        <translation>Diese Trefferregel nimmt eine einzige Ausgabe. Entfernen Sie die anderen.</translation>
    </message>
    <message>
        <source>This hit policy cannot work with outputs of type {found:word}.</source>
        <translation>Diese Trefferregel kann mit Ausgaben vom Typ {found:word} nicht arbeiten.</translation>
    </message>
    <message>
        <source>This hit policy needs an output with values, the best one first.</source>
        <translation>Diese Trefferregel braucht eine Ausgabe mit Werten, den besten zuerst.</translation>
    </message>
    <message>
        <source>“{found}” is no value of this output.[ Nearest known: “{nearest}”.][ Its values are: {expected}.]</source>
        <translation>„{found}“ ist kein Wert dieser Ausgabe.[ Am nächsten: „{nearest}“.][ Ihre Werte sind: {expected}.]</translation>
    </message>
    <message>
        <source>The table “{table}” cannot be asked here without arguments: the expression of its input “{input}” does not fit.[ Found: “{found}”.]</source>
        <translation>Die Tabelle „{table}“ kann hier nicht ohne Argumente gefragt werden: Der Ausdruck ihrer Eingabe „{input}“ passt nicht.[ Gefunden: „{found}“.]</translation>
    </message>
    <message>
        <source>The table “{table}” asks itself, directly or over others. Break the circle.</source>
        <translation>Die Tabelle „{table}“ fragt sich selbst, unmittelbar oder über andere. Brechen Sie den Kreis auf.</translation>
    </message>
    <message>
        <source>Tables ask tables more than {limit} deep. Make it flatter.</source>
        <translation>Tabellen fragen Tabellen mehr als {limit} tief. Machen Sie es flacher.</translation>
    </message>
    <message>
        <source>Several rows match where only one may: there is no answer.</source>
        <translation>Mehrere Zeilen treffen zu, wo nur eine es darf: Es gibt keine Antwort.</translation>
    </message>
    <message>
        <source>The rows that match do not agree: there is no answer.</source>
        <translation>Die zutreffenden Zeilen sind sich nicht einig: Es gibt keine Antwort.</translation>
    </message>
    <message>
        <source>An input is outside what the table allows: there is no answer.</source>
        <translation>Eine Eingabe liegt außerhalb dessen, was die Tabelle zulässt: Es gibt keine Antwort.</translation>
    </message>
    <message>
        <source>An input is not of its type: there is no answer.</source>
        <translation>Eine Eingabe ist nicht von ihrem Typ: Es gibt keine Antwort.</translation>
    </message>
    <message>
        <source>The evaluation was too long and was ended: there is no answer.</source>
        <translation>Die Auswertung dauerte zu lang und wurde beendet: Es gibt keine Antwort.</translation>
    </message>
    <message>
        <source>Rows {first} and {second} of “{table}” both match {example}, and only one may: there would be no answer. Narrow one of them.</source>
        <translation>Die Zeilen {first} und {second} von „{table}“ treffen beide auf {example} zu, und nur eine darf es: Es gäbe keine Antwort. Engen Sie eine davon ein.</translation>
    </message>
    <message>
        <source>No row of “{table}” matches {example}. Add one, or say what holds otherwise.</source>
        <translation>Keine Zeile von „{table}“ trifft auf {example} zu. Ergänzen Sie eine, oder sagen Sie, was sonst gilt.</translation>
    </message>
    <message>
        <source>Row {row} of “{table}” never answers.[ Row {by} comes first for {example}.] Move it up, or remove it.</source>
        <translation>Zeile {row} von „{table}“ antwortet nie.[ Zeile {by} kommt bei {example} zuerst.] Rücken Sie sie nach oben, oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>“{table}” has expressions in its cells: {count} questions of overlap, gaps or reach stay open.</source>
        <translation>„{table}“ hat Ausdrücke in ihren Zellen: {count} Fragen zu Überschneidungen, Lücken oder Erreichbarkeit bleiben offen.</translation>
    </message>
    <message>
        <source>There is nothing to measure: the workspace needs stages, the world states.</source>
        <translation>Es gibt nichts zu messen: Der Arbeitsbereich braucht Phasen, die Welt Zustände.</translation>
    </message>
    <message>
        <source>The state “{state}” of the world belongs to no stage of the workspace. Name it like a stage, or like one with “-” and more after it.</source>
        <translation>Der Zustand „{state}“ der Welt gehört zu keiner Phase des Arbeitsbereichs. Nennen Sie ihn wie eine Phase, oder wie eine mit „-“ und mehr dahinter.</translation>
    </message>
    <message>
        <source>The tracking plan knows no event “{event}”, which the world sends.[ Nearest known: “{nearest}”.]</source>
        <translation>Der Tracking-Plan kennt kein Ereignis „{event}“, das die Welt sendet.[ Am nächsten: „{nearest}“.]</translation>
    </message>
    <message>
        <source>“{event}”, as the world sends it, does not fit the tracking plan ({reason}). Mend its properties.</source>
        <translation>„{event}“, wie die Welt es sendet, passt nicht zum Tracking-Plan ({reason}). Berichtigen Sie die Eigenschaften.</translation>
    </message>
    <message>
        <source>Run {run} has no decision whose stage could be labelled.</source>
        <translation>Lauf {run} hat keine Entscheidung, deren Phase sich kennzeichnen ließe.</translation>
    </message>
    <message>
        <source>“{id}” is not among the moments of this audit. List them first.</source>
        <translation>„{id}“ ist nicht unter den Momenten dieser Prüfung. Listen Sie diese zuerst.</translation>
    </message>
    <message>
        <source>There is no stage “{stage}” in this run&apos;s documents.[ Nearest known: “{nearest}”.]</source>
        <translation>Es gibt keine Phase „{stage}“ in den Dokumenten dieses Laufs.[ Am nächsten: „{nearest}“.]</translation>
    </message>
    <message>
        <source>“{id}” has its label already. It stays, because the core&apos;s reading was shown after it.</source>
        <translation>„{id}“ ist schon gekennzeichnet. Es bleibt dabei, denn danach wurde die Lesart des Kerns gezeigt.</translation>
    </message>
    <message>
        <source>This stage audit cannot be read. Remove the file to draw the moments anew; its labels are lost then.</source>
        <translation>Diese Phasenprüfung ist nicht lesbar. Entfernen Sie die Datei, um die Momente neu zu ziehen; ihre Kennzeichnungen sind dann verloren.</translation>
    </message>
    <message>
        <source>No weight is proposed for stage “{stage}”, so there is nothing to apply.</source>
        <translation>Für die Phase „{stage}“ wird kein Gewicht vorgeschlagen, also gibt es nichts anzuwenden.</translation>
    </message>
    <message>
        <source>The weight of “{signal}” in stage “{stage}” is no longer the one of the run. Nothing was written; simulate again and compare anew.</source>
        <translation>Das Gewicht von „{signal}“ in der Phase „{stage}“ ist nicht mehr das des Laufs. Nichts wurde geschrieben; simulieren Sie noch einmal und vergleichen Sie neu.</translation>
    </message>
    <message>
        <source>“{event}” is not an event of the run&apos;s tracking plan. Name one that is.</source>
        <translation>„{event}“ ist kein Ereignis im Tracking-Plan des Laufs. Nennen Sie eines, das darin steht.</translation>
    </message>
    <message>
        <source>The result of this audit was shown, so its labels stay.</source>
        <translation>Das Ergebnis dieser Prüfung wurde gezeigt; ihre Beschriftungen bleiben.</translation>
    </message>
    <message>
        <source>“{id}” has no label to take back.</source>
        <translation>„{id}“ hat keine Beschriftung, die sich zurücknehmen ließe.</translation>
    </message>
    <message>
        <source>{id} hands nothing over to a person.</source>
        <translation>{id} übergibt nichts an eine Person.</translation>
    </message>
    <message>
        <source>{person} may not undo a merge. Ask a designer, an approver, a policy owner or an administrator.</source>
        <translation>{person} darf keine Zusammenführung aufheben. Bitten Sie Designer, Freigebende, Regelverantwortliche oder Administratoren.</translation>
    </message>
    <message>
        <source>{person} may not erase customers. Ask a policy owner or an administrator.</source>
        <translation>{person} darf keine Kunden löschen. Bitten Sie Regelverantwortliche oder Administratoren.</translation>
    </message>
    <message>
        <source>Say why: the reason stays in the records.</source>
        <translation>Sagen Sie warum: Der Grund bleibt in den Aufzeichnungen.</translation>
    </message>
    <message>
        <source>The reason names the customer. It stays in the records: say it without.</source>
        <translation>Der Grund nennt den Kunden. Er bleibt in den Aufzeichnungen: Sagen Sie es ohne.</translation>
    </message>
    <message>
        <source>No run knows a customer “{customer}”.</source>
        <translation>Kein Lauf kennt einen Kunden „{customer}“.</translation>
    </message>
    <message>
        <source>Decision {id} of {time} was about {customer}, whose data has been erased: what was known, considered and sent cannot be read any more.</source>
        <translation>Entscheidung {id} von {time} betraf {customer}, dessen Daten gelöscht sind: Was bekannt war, erwogen und gesendet wurde, ist nicht mehr lesbar.</translation>
    </message>
    <message>
        <source>Record {number} was erased with its customer&apos;s data.</source>
        <translation>Aufzeichnung {number} wurde mit den Daten ihres Kunden gelöscht.</translation>
    </message>
    <message>
        <source>{run} cannot be computed again: {customers} of its customers have been erased, and with them what they did. Its records still stand; “verify” checks them.</source>
        <translation>{run} lässt sich nicht noch einmal berechnen: {customers} seiner Kunden sind gelöscht, und mit ihnen, was sie taten. Seine Aufzeichnungen gelten; „verify“ prüft sie.</translation>
    </message>
    <message>
        <source>{run} cannot be taken up again: a customer was erased from it and no checkpoint is there. Begin a new run with --fresh.</source>
        <translation>{run} lässt sich nicht fortsetzen: Ein Kunde wurde daraus gelöscht, und es gibt keinen Haltepunkt. Beginnen Sie mit --fresh einen neuen Lauf.</translation>
    </message>
    <message>
        <source>No merge of “{customer}” can be undone: there was none, or it is too long ago.</source>
        <translation>Keine Zusammenführung von „{customer}“ lässt sich aufheben: Es gab keine, oder sie ist zu lange her.</translation>
    </message>
    <message>
        <source>What undoing this merge into “{customer}” takes is not kept any more: too much time has passed, or too much has happened since.</source>
        <translation>Was es braucht, um diese Zusammenführung mit „{customer}“ aufzuheben, wird nicht mehr aufbewahrt: Zu viel Zeit ist vergangen, oder zu viel ist seither geschehen.</translation>
    </message>
    <message>
        <source>Undoing a merge needs a reason. Write one.</source>
        <translation>Eine Zusammenführung aufzuheben braucht einen Grund. Schreiben Sie einen.</translation>
    </message>
    <message>
        <source>Nothing was sent for a goal “{goal}” in this run.[ Nearest known: “{nearest}”.]</source>
        <translation>Für ein Ziel „{goal}“ wurde in diesem Lauf nichts gesendet.[ Am nächsten bekannt: „{nearest}“.]</translation>
    </message>
    <message>
        <source>Nothing known as “{segment}” tells this run&apos;s customers apart.[ Nearest known: “{nearest}”.]</source>
        <translation>Nichts, was als „{segment}“ bekannt ist, unterscheidet die Kunden dieses Laufs.[ Am nächsten bekannt: „{nearest}“.]</translation>
    </message>
    <message>
        <source>Only a live run can undo a merge, and run {run} is none: nobody is reached from it.</source>
        <translation>Nur ein Live-Lauf kann eine Zusammenführung aufheben, und Lauf {run} ist keiner: Von ihm wird niemand erreicht.</translation>
    </message>
    <message>
        <source>“{trait}” is no date among the traits of accounts, so nobody can tell how long a contract still runs. Name one that is.</source>
        <translation>„{trait}“ ist kein Datum unter den Merkmalen von Konten, daher weiß niemand, wie lange ein Vertrag noch läuft. Nennen Sie eines, das es ist.</translation>
    </message>
    <message>
        <source>The parts of an account&apos;s health add up to {sum} points. Make them 100.</source>
        <translation>Die Teile der Gesundheit eines Kontos ergeben zusammen {sum} Punkte. Machen Sie 100 daraus.</translation>
    </message>
    <message>
        <source>“{part}” reads “{fact}”, which is not known yet when an account&apos;s health is computed: it would always count 0. Use facts of the account and measures.</source>
        <translation>„{part}“ liest „{fact}“, das noch nicht bekannt ist, wenn die Gesundheit eines Kontos berechnet wird: Es zählte immer 0. Nehmen Sie Fakten des Kontos und Messgrößen.</translation>
    </message>
    <message>
        <source>Nobody can have the role “{role}”: the tracking plan says no trait for roles of contacts, or not this value of it. Correct one of them.</source>
        <translation>Niemand kann die Rolle „{role}“ haben: Der Tracking-Plan nennt kein Merkmal für Rollen von Kontakten oder diesen Wert nicht. Berichtigen Sie eines von beiden.</translation>
    </message>
    <message>
        <source>Agents of persons and of accounts decide in “{journey}”, so no account walks it. Make two journeys of it.</source>
        <translation>In „{journey}“ entscheiden Agenten für Personen und für Konten, daher geht kein Konto hindurch. Machen Sie zwei Journeys daraus.</translation>
    </message>
    <message>
        <source>“{node}” updates a customer&apos;s trait in a journey of accounts, where no customer is: it does nothing. Take it away.</source>
        <translation>„{node}“ ändert ein Merkmal einer Person in einer Journey von Konten, in der keine Person ist: Es bewirkt nichts. Entfernen Sie es.</translation>
    </message>
    <message>
        <source>“{element}” is about accounts, and the tracking plan knows no traits of accounts: there never is one. Add them under “accounts”.</source>
        <translation>„{element}“ handelt von Konten, und der Tracking-Plan kennt keine Merkmale von Konten: Es gibt nie eines. Ergänzen Sie sie unter „accounts“.</translation>
    </message>
    <message>
        <source>The measure “{measure}” asks what followed what. Name the second event with “then” and the time it has with “within”.</source>
        <translation>Die Messgröße „{measure}“ fragt, was worauf folgte. Nennen Sie das zweite Ereignis mit „then“ und seine Frist mit „within“.</translation>
    </message>
    <message>
        <source>The measure “{measure}” forgets. Say how fast with “half-life”.</source>
        <translation>Die Messgröße „{measure}“ vergisst. Sagen Sie mit „half-life“, wie schnell.</translation>
    </message>
    <message>
        <source>Nobody in this story is called “{customer}”. Name one of its “others”, or leave “customer” out to speak of the story&apos;s own.</source>
        <translation>In dieser Geschichte heißt niemand „{customer}“. Nennen Sie jemanden aus „others“ oder lassen Sie „customer“ weg, um vom eigenen Kunden der Geschichte zu sprechen.</translation>
    </message>
    <message>
        <source>The changed workspace has another “{document}”, so customers would have come to other moments than in run {run}. Simulate it instead.</source>
        <translation>Der geänderte Arbeitsbereich hat ein anderes „{document}“, sodass Kunden in andere Momente gekommen wären als im Lauf {run}. Simulieren Sie ihn stattdessen.</translation>
    </message>
    <message>
        <source>Goal “{goal}” would have learned from other inputs than in run {run}, so what was learned does not fit. Simulate it instead.</source>
        <translation>Das Ziel „{goal}“ hätte aus anderen Eingaben gelernt als im Lauf {run}; das Gelernte passt deshalb nicht. Simulieren Sie stattdessen.</translation>
    </message>
    <message>
        <source>Run {run} replays a table of logged decisions, whose rows are not kept. Judge another policy on it with offpolicy.</source>
        <translation>Der Lauf {run} spielt eine Tabelle protokollierter Entscheidungen ab, deren Zeilen nicht aufbewahrt werden. Beurteilen Sie eine andere Strategie daran mit offpolicy.</translation>
    </message>
    <message>
        <source>“{element}” reads the property “{property}” of “{event}”, which the tracking plan does not know as {expected}. Correct one of them.</source>
        <translation>„{element}“ liest die Eigenschaft „{property}“ von „{event}“, die der Tracking-Plan nicht als {expected} kennt. Berichtigen Sie eines von beiden.</translation>
    </message>
    <message>
        <source>The lifetime value has no usable parameters: all must be above 0, and q above 1. “wayreevectl lifetime” fits them to purchases.</source>
        <translation>Der Kundenwert hat keine brauchbaren Parameter: Alle müssen über 0 liegen und q über 1. „wayreevectl lifetime“ passt sie an Käufe an.</translation>
    </message>
    <message>
        <source>“{file}” has no column “{column}”. Purchases have customer, date and amount.</source>
        <translation>„{file}“ hat keine Spalte „{column}“. Käufe haben customer, date und amount.</translation>
    </message>
    <message>
        <source>Row {row} of “{file}”: “{value}” in {column} cannot be used. Dates are written 2026-03-02, amounts as plain numbers.</source>
        <translation>Zeile {row} von „{file}“: „{value}“ in {column} ist nicht brauchbar. Daten schreibt man 2026-03-02, Beträge als einfache Zahlen.</translation>
    </message>
    <message>
        <source>The tracking plan of run {run} does not say which event is a purchase. Name it under “lifetime-value”.</source>
        <translation>Der Tracking-Plan des Laufs {run} sagt nicht, welches Ereignis ein Kauf ist. Nennen Sie es unter „lifetime-value“.</translation>
    </message>
    <message>
        <source>Fewer than 20 customers came back in the earlier half of these purchases, which is too few to tell what customers are worth. Bring a longer history.</source>
        <translation>In der früheren Hälfte dieser Käufe kamen weniger als 20 Kunden wieder; das ist zu wenig, um zu sagen, was Kunden wert sind. Bringen Sie eine längere Geschichte.</translation>
    </message>
    <message>
        <source>No event keeps a promise, so that each one is broken when it falls due. Name it under “kept”.</source>
        <translation>Kein Ereignis hält eine Zusage, sodass jede gebrochen ist, sobald sie fällig wird. Nennen Sie es unter „kept“.</translation>
    </message>
    <message>
        <source>“{element}” needs two categories or more, and their shares add up to 1 at most.</source>
        <translation>„{element}“ braucht zwei oder mehr Kategorien, deren Anteile zusammen höchstens 1 sind.</translation>
    </message>
    <message>
        <source>“{property}” never has the value “{value}” that “{element}” counts: the tracking plan does not list it.</source>
        <translation>„{property}“ hat nie den Wert „{value}“, den „{element}“ zählt: Der Tracking-Plan nennt ihn nicht.</translation>
    </message>
    <message>
        <source>The way to “{goal}” has no milestone, or one without a time: nobody can be ahead or stuck. Say each one&apos;s “within”.</source>
        <translation>Der Weg zu „{goal}“ hat keinen Meilenstein oder einen ohne Frist: Niemand kann voraus sein oder feststecken. Geben Sie jedem ein „within“.</translation>
    </message>
    <message>
        <source>“{agent}” has {variants} ways to act; only the first {most} are considered. Offer fewer contents, channels or incentives, or give it fewer actions.</source>
        <translation>„{agent}“ hat {variants} Möglichkeiten zu handeln; nur die ersten {most} werden betrachtet. Bieten Sie weniger Inhalte, Kanäle oder Anreize an, oder geben Sie ihm weniger Aktionen.</translation>
    </message>
    <message>
        <source>Run {run} is at work, and keeps what it knows of customers once it has come to an end.</source>
        <translation>Der Lauf {run} ist an der Arbeit und hält fest, was er über die Kundschaft weiß, sobald er zu Ende ist.</translation>
    </message>
    <message>
        <source>Run {run} is being asked.</source>
        <translation>Der Lauf {run} wird gefragt.</translation>
    </message>
    <message>
        <source>Run {run} was cut off before it kept what it knows of customers. A live run knows it again once it goes on.</source>
        <translation>Der Lauf {run} wurde unterbrochen, bevor er festhielt, was er über die Kundschaft weiß. Ein Live-Lauf weiß es wieder, sobald er weitergeht.</translation>
    </message>
    <message>
        <source>{person} may not send anything again. Ask a designer, an approver, a policy owner or an administrator.</source>
        <translation>{person} darf nichts erneut senden. Bitten Sie Designer, Freigebende, Regelverantwortliche oder Administratoren.</translation>
    </message>
    <message>
        <source>“{path}” is no path that a fact can be asked for by: it begins with “/” and says in curly brackets where the id goes.</source>
        <translation>„{path}“ ist kein Pfad, mit dem nach einem Fakt gefragt werden kann: Er beginnt mit „/“ und sagt in geschweiften Klammern, wohin die Kennung („id“) gehört.</translation>
    </message>
    <message>
        <source>“{at}” says no place in an answer. Write a JSON Pointer, as in “/order/status”.</source>
        <translation>„{at}“ bezeichnet keine Stelle in einer Antwort. Schreiben Sie einen JSON-Pointer, etwa „/order/status“.</translation>
    </message>
    <message>
        <source>“{name}” is no name of a header.</source>
        <translation>„{name}“ ist kein Name eines Headers.</translation>
    </message>
    <message>
        <source>A fact of kind “{kind}” needs “{key}”. Say where the answer has it.</source>
        <translation>Ein Fakt der Art „{kind}“ braucht „{key}“. Sagen Sie, wo in der Antwort es steht.</translation>
    </message>
    <message>
        <source>Two systems are named for facts of kind “{kind}”. Keep one.</source>
        <translation>Für Fakten der Art „{kind}“ sind zwei Systeme genannt. Behalten Sie eines.</translation>
    </message>
    <message>
        <source>“{event}” is a response, and nothing tells on which channel: it counts on none. Name it under “channel”, or plan a property of that name.</source>
        <translation>„{event}“ ist eine Reaktion, und nichts sagt, auf welchem Kanal: Sie zählt für keinen. Nennen Sie ihn unter „channel“, oder planen Sie eine Eigenschaft dieses Namens.</translation>
    </message>
    <message>
        <source>Run “{run}” holds back no event with the number {number}.</source>
        <translation>Lauf „{run}“ hält kein Ereignis mit der Nummer {number} zurück.</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Before anything is known</source>
        <translation>Bevor etwas bekannt ist</translation>
    </message>
    <message>
        <source>Same device</source>
        <translation>Dasselbe Gerät</translation>
    </message>
    <message>
        <source>Another device</source>
        <translation>Ein anderes Gerät</translation>
    </message>
    <message>
        <source>Somebody else&apos;s device</source>
        <translation>Das Gerät von jemand anderem</translation>
    </message>
    <message>
        <source>Device that several use</source>
        <translation>Gerät, das mehrere benutzen</translation>
    </message>
    <message>
        <source>How much of their time is here</source>
        <translation>Wie viel ihrer Zeit hier liegt</translation>
    </message>
    <message>
        <source>Same address in the network</source>
        <translation>Dieselbe Adresse im Netz</translation>
    </message>
    <message>
        <source>Another address in the network</source>
        <translation>Eine andere Adresse im Netz</translation>
    </message>
    <message>
        <source>Address that several use</source>
        <translation>Adresse, die mehrere benutzen</translation>
    </message>
    <message>
        <source>How often they are at this address</source>
        <translation>Wie oft sie an dieser Adresse sind</translation>
    </message>
    <message>
        <source>Same network</source>
        <translation>Dasselbe Netz</translation>
    </message>
    <message>
        <source>Same browser, to its version</source>
        <translation>Derselbe Browser, bis zur Version</translation>
    </message>
    <message>
        <source>Same kind of browser</source>
        <translation>Dieselbe Art von Browser</translation>
    </message>
    <message>
        <source>Size of the screen</source>
        <translation>Größe des Bildschirms</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Where they came from</source>
        <translation>Woher sie kamen</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Domain of the e-mail</source>
        <translation>Domain der E-Mail</translation>
    </message>
    <message>
        <source>Categories looked at</source>
        <translation>Angesehene Kategorien</translation>
    </message>
    <message>
        <source>Things looked at</source>
        <translation>Angesehene Dinge</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Tageszeit</translation>
    </message>
    <message>
        <source>Day of the week</source>
        <translation>Wochentag</translation>
    </message>
    <message>
        <source>Time since the last visit</source>
        <translation>Zeit seit dem letzten Besuch</translation>
    </message>
    <message>
        <source>Time since the last visit, elsewhere</source>
        <translation>Zeit seit dem letzten Besuch, anderswo</translation>
    </message>
    <message>
        <source>Fits nobody else here as well</source>
        <translation>Passt zu niemandem hier ebenso gut</translation>
    </message>
    <message>
        <source>Habits, of those at this device</source>
        <translation>Gewohnheiten, derer an diesem Gerät</translation>
    </message>
    <message>
        <source>Habits, of those at this address</source>
        <translation>Gewohnheiten, derer an dieser Adresse</translation>
    </message>
    <message>
        <source>How often such devices are shared</source>
        <translation>Wie oft solche Geräte geteilt werden</translation>
    </message>
</context>
<context>
    <name>EvidenceStrip</name>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
</context>
<context>
    <name>FigureRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>FlowScene</name>
    <message>
        <source>Without a stage</source>
        <translation>Ohne Phase</translation>
    </message>
</context>
<context>
    <name>FlowView</name>
    <message>
        <source>Map as a flow; the outline below lists the same</source>
        <translation>Karte als Fluss; die Gliederung darunter nennt dasselbe</translation>
    </message>
</context>
<context>
    <name>GatesModel</name>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Removed by</source>
        <translation>Entfernt von</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>GatesTable</name>
    <message>
        <source>Candidates and gates</source>
        <translation>Kandidaten und Schranken</translation>
    </message>
</context>
<context>
    <name>Grab</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The screen %1 did not become ready.</source>
        <translation>Die Ansicht %1 wurde nicht fertig.</translation>
    </message>
    <message>
        <source>The picture %1 cannot be written.</source>
        <translation>Das Bild %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The list of pictures cannot be written to %1.</source>
        <translation>Die Liste der Bilder kann nicht nach %1 geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>Handoff</name>
    <message>
        <source>still under way</source>
        <translation>noch im Gang</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>noch keine Antwort</translation>
    </message>
    <message>
        <source>it helped</source>
        <translation>es half</translation>
    </message>
    <message>
        <source>it did harm</source>
        <translation>es schadete</translation>
    </message>
    <message>
        <source>nothing came of it</source>
        <translation>es wurde nichts daraus</translation>
    </message>
    <message>
        <source>%1, before that %2</source>
        <translation>%1, davor %2</translation>
    </message>
    <message>
        <source>leading intent “%1” %2</source>
        <translation>führende Absicht „%1“ %2</translation>
    </message>
    <message>
        <source>sentiment %1 of −1 to 1</source>
        <translation>Stimmung %1 von −1 bis 1</translation>
    </message>
    <message>
        <source>case since %1, frustrated messages: %2</source>
        <translation>Fall seit %1, verärgerte Nachrichten: %2</translation>
    </message>
    <message>
        <source>case since %1</source>
        <translation>Fall seit %1</translation>
    </message>
    <message>
        <source>no open case</source>
        <translation>kein offener Fall</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>worth %1, chance of success %2</source>
        <translation>Wert %1, Erfolgsaussicht %2</translation>
    </message>
</context>
<context>
    <name>HandoffBox</name>
    <message>
        <source>What the person who takes over is given</source>
        <translation>Was die übernehmende Person bekommt</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Gesagt</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Versucht</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Nächste Schritte</translation>
    </message>
</context>
<context>
    <name>Headless</name>
    <message>
        <source>--%1 needs a value.</source>
        <translation>--%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>There is no option --%1.</source>
        <translation>Es gibt keine Option --%1.</translation>
    </message>
    <message>
        <source>There is no option --%1. Did you mean --%2?</source>
        <translation>Es gibt keine Option --%1. Meinten Sie --%2?</translation>
    </message>
    <message>
        <source>Expected %1 words after the command, found %2.</source>
        <translation>Nach dem Befehl werden %1 Wörter erwartet, gefunden: %2.</translation>
    </message>
    <message>
        <source>Expected %1 to %2 words after the command, found %3.</source>
        <translation>Nach dem Befehl werden %1 bis %2 Wörter erwartet, gefunden: %3.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3, not “%4”.</source>
        <translation>--%1 nimmt eine ganze Zahl von %2 bis %3, nicht „%4“.</translation>
    </message>
    <message>
        <source>Nothing waits for a person.</source>
        <translation>Nichts wartet auf einen Menschen.</translation>
    </message>
    <message>
        <source>The queue knows list, show, claim, release, approve, edit and reject, not “%1”.</source>
        <translation>Die Warteschlange kennt list, show, claim, release, approve, edit und reject, nicht „%1“.</translation>
    </message>
    <message>
        <source>Name the item: wayreevectl queue WS list shows their ids.</source>
        <translation>Nennen Sie den Eintrag: wayreevectl queue WS list zeigt die Kennungen.</translation>
    </message>
    <message>
        <source>Say who decides with --as PERSON.</source>
        <translation>Sagen Sie mit --as PERSON, wer entscheidet.</translation>
    </message>
    <message>
        <source>Stop one agent or one action, not both at once.</source>
        <translation>Halten Sie einen Agenten oder eine Aktion an, nicht beides zugleich.</translation>
    </message>
    <message>
        <source>There is no agent “%1”.</source>
        <translation>Es gibt keinen Agenten „%1“.</translation>
    </message>
    <message>
        <source>There is no action “%1”.</source>
        <translation>Es gibt keine Aktion „%1“.</translation>
    </message>
    <message>
        <source>Nothing is stopped.</source>
        <translation>Nichts ist angehalten.</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Angehalten: %1</translation>
    </message>
    <message>
        <source>%1 items were settled.</source>
        <translation>%1 Einträge wurden erledigt.</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>Alles ist in Ordnung.</translation>
    </message>
    <message>
        <source>Everything is in order; %1 to note.</source>
        <translation>Alles ist in Ordnung; Hinweise: %1.</translation>
    </message>
    <message>
        <source>passed  </source>
        <translation>bestanden    </translation>
    </message>
    <message>
        <source>FAILED  </source>
        <translation>GESCHEITERT  </translation>
    </message>
    <message>
        <source>This workspace has no stories.</source>
        <translation>Dieser Arbeitsbereich hat keine Geschichten.</translation>
    </message>
    <message>
        <source>There is no action “%1” in this run.</source>
        <translation>In diesem Lauf gibt es keine Aktion „%1“.</translation>
    </message>
    <message>
        <source>No decision is as you asked.</source>
        <translation>Keine Entscheidung entspricht der Anfrage.</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>abwarten</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>durch %1</translation>
    </message>
    <message>
        <source>priority %1, probability %2</source>
        <translation>Priorität %1, Wahrscheinlichkeit %2</translation>
    </message>
    <message>
        <source>Ruling: %1, by cell %2, risk %3</source>
        <translation>Entscheid: %1, nach Zelle %2, Risiko %3</translation>
    </message>
    <message>
        <source>, raised by %1</source>
        <translation>, erhöht durch %1</translation>
    </message>
    <message>
        <source>, exception %1</source>
        <translation>, Ausnahme %1</translation>
    </message>
    <message>
        <source>Because of %1; stage %2</source>
        <translation>Wegen %1; Phase %2</translation>
    </message>
    <message>
        <source>Evidence:</source>
        <translation>Belege:</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Candidates:</source>
        <translation>Kandidaten:</translation>
    </message>
    <message>
        <source>, explored</source>
        <translation>, erkundet</translation>
    </message>
    <message>
        <source>  %1 × context %2 × value %3 × lever %4 − cost %5 − harm %6 = %7</source>
        <translation>  %1 × Kontext %2 × Wert %3 × Hebel %4 − Kosten %5 − Schaden %6 = %7</translation>
    </message>
    <message>
        <source>Drawn by node %1 of %2</source>
        <translation>Gezeichnet vom Schritt %1 von %2</translation>
    </message>
    <message>
        <source>The record is as it was written (hash verified).</source>
        <translation>Der Datensatz ist, wie er geschrieben wurde (Hash geprüft).</translation>
    </message>
    <message>
        <source>WARNING: the record&apos;s bytes do not match its hash.</source>
        <translation>WARNUNG: Die Bytes des Datensatzes passen nicht zu seinem Hash.</translation>
    </message>
    <message>
        <source>DAMAGED: %1 at record %2 of %3</source>
        <translation>BESCHÄDIGT: %1 bei Datensatz %2 von %3</translation>
    </message>
    <message>
        <source>%1 records, %2 decisions: every record, link and signature is as it was written.</source>
        <translation>%1 Datensätze, %2 Entscheidungen: Jeder Datensatz, jedes Glied und jede Signatur ist, wie geschrieben wurde.</translation>
    </message>
    <message>
        <source>The signing key of this workspace lies unwrapped in .wayreeve/keys (demo and simulation only).</source>
        <translation>Der Signaturschlüssel dieses Arbeitsbereichs liegt unverschlüsselt in .wayreeve/keys (nur für Demo und Simulation).</translation>
    </message>
    <message>
        <source>Name the file with --records.</source>
        <translation>Nennen Sie die Datei mit --records.</translation>
    </message>
    <message>
        <source>%1 records of %2 written to %3.</source>
        <translation>%1 Datensätze von %2 nach %3 geschrieben.</translation>
    </message>
    <message>
        <source>Run %1: %2 decisions, %3 records.</source>
        <translation>Lauf %1: %2 Entscheidungen, %3 Datensätze.</translation>
    </message>
    <message>
        <source>Rulings:   </source>
        <translation>Entscheide:  </translation>
    </message>
    <message>
        <source>Approvals: </source>
        <translation>Freigaben:   </translation>
    </message>
    <message>
        <source>Events:    </source>
        <translation>Ereignisse:  </translation>
    </message>
    <message>
        <source>%1 %, %2 decisions, %3 waiting   </source>
        <translation>%1 %, %2 Entscheidungen, %3 wartend   </translation>
    </message>
    <message>
        <source>--reviewers is “seeded” or “none”.</source>
        <translation>--reviewers ist „seeded“ oder „none“.</translation>
    </message>
    <message>
        <source>Identical: all %1 records of %2 were computed again.</source>
        <translation>Identisch: Alle %1 Datensätze von %2 wurden nachgerechnet.</translation>
    </message>
    <message>
        <source>DIFFERENT: run %1 was computed again with another result.</source>
        <translation>VERSCHIEDEN: Lauf %1 ergab beim Nachrechnen etwas anderes.</translation>
    </message>
    <message>
        <source>order %1 of %2 </source>
        <translation>Reihenfolge %1 von %2 </translation>
    </message>
    <message>
        <source>%1: any action against none %2 (95 % %3 … %4), from the log</source>
        <translation>%1: irgendeine Aktion gegen keine %2 (95 % %3 … %4), aus dem Protokoll</translation>
    </message>
    <message>
        <source>The engine&apos;s choices: %1 rate %2 (sd %3 over orders), on %4 matched of %5 decisions</source>
        <translation>Die Wahl des Kerns: Rate von %1 %2 (Standardabweichung %3 über Reihenfolgen), bei %4 übereinstimmenden von %5 Entscheidungen</translation>
    </message>
    <message>
        <source>  second half chose %1: %2 %</source>
        <translation>  die zweite Hälfte wählte %1: %2 %</translation>
    </message>
    <message>
        <source>Say what to replay: --run ID or --events FILE.</source>
        <translation>Sagen Sie, was nachzurechnen ist: --run ID oder --events FILE.</translation>
    </message>
    <message>
        <source>Name the file with --events.</source>
        <translation>Nennen Sie die Datei mit --events.</translation>
    </message>
    <message>
        <source>line %1: </source>
        <translation>Zeile %1: </translation>
    </message>
    <message>
        <source>… and %1 more lines.</source>
        <translation>… und %1 weitere Zeilen.</translation>
    </message>
    <message>
        <source>Lines:     %1 read, %2 refused</source>
        <translation>Zeilen:      %1 gelesen, %2 abgewiesen</translation>
    </message>
    <message>
        <source>Reads every document and reports what is wrong or unwise; notes alone leave it at 0.</source>
        <translation>Liest jedes Dokument und meldet, was falsch oder unklug ist; Hinweise allein ändern den Code 0 nicht.</translation>
    </message>
    <message>
        <source>Runs the workspace&apos;s stories; with --mutate each must fail once its guarded element is off.</source>
        <translation>Führt die Geschichten des Arbeitsbereichs aus; mit --mutate muss jede scheitern, sobald das bewachte Element abgeschaltet ist.</translation>
    </message>
    <message>
        <source>Simulates a population through the engine and stores the run.</source>
        <translation>Simuliert eine Population durch den Kern und speichert den Lauf.</translation>
    </message>
    <message>
        <source>Recomputes a stored run, or replays a table of logged decisions.</source>
        <translation>Rechnet einen gespeicherten Lauf nach oder spielt eine Tabelle protokollierter Entscheidungen durch.</translation>
    </message>
    <message>
        <source>Agentic against baseline: the named metrics of a run.</source>
        <translation>Agentisch gegen Baseline: die benannten Kennzahlen eines Laufs.</translation>
    </message>
    <message>
        <source>Lists decisions, newest first.</source>
        <translation>Listet Entscheidungen auf, Neuestes zuerst.</translation>
    </message>
    <message>
        <source>Says why one decision was made and what followed.</source>
        <translation>Sagt, warum eine Entscheidung fiel und was folgte.</translation>
    </message>
    <message>
        <source>The approval queue of a run that has ended.</source>
        <translation>Die Warteschlange der Freigaben eines beendeten Laufs.</translation>
    </message>
    <message>
        <source>Stops everything, one agent or one action from going out; --lift starts it again.</source>
        <translation>Hält alles, einen Agenten oder eine Aktion an; --lift startet wieder.</translation>
    </message>
    <message>
        <source>Checks the hash chains and signatures of every run.</source>
        <translation>Prüft die Hashketten und Signaturen aller Läufe.</translation>
    </message>
    <message>
        <source>Runs Segment-shaped events, one JSON object a line, through the engine as a run of their own.</source>
        <translation>Führt Ereignisse in der Form von Segment, ein JSON-Objekt je Zeile, als eigenen Lauf durch den Kern.</translation>
    </message>
    <message>
        <source>Writes a run&apos;s records as canonical JSON, one a line.</source>
        <translation>Schreibt die Datensätze eines Laufs als kanonisches JSON, einen je Zeile.</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Beispiele:</translation>
    </message>
    <message>
        <source>wayreevectl: the decision core without a window. WS is a workspace folder.</source>
        <translation>wayreevectl: der Entscheidungskern ohne Fenster. WS ist der Ordner eines Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>With --json stdout is one JSON value; progress and errors go to stderr.</source>
        <translation>Mit --json ist stdout ein JSON-Wert; Fortschritt und Fehler gehen nach stderr.</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 findings, 2 usage, 3 environment. “wayreevectl COMMAND --help” shows examples.</source>
        <translation>Rückgabewerte: 0 fertig, 1 Befunde, 2 Aufruf, 3 Umgebung. „wayreevectl COMMAND --help“ zeigt Beispiele.</translation>
    </message>
    <message>
        <source>There is not enough memory for this. What was committed is safe.</source>
        <translation>Dafür reicht der Arbeitsspeicher nicht. Was gespeichert wurde, ist sicher.</translation>
    </message>
    <message>
        <source>Usage: wayreevectl %1</source>
        <translation>Aufruf: wayreevectl %1</translation>
    </message>
    <message>
        <source>There is no command “%1”. See wayreevectl --help.</source>
        <translation>Es gibt keinen Befehl „%1“. Siehe wayreevectl --help.</translation>
    </message>
    <message>
        <source>There is no command “%1”. Did you mean “%2”?</source>
        <translation>Es gibt keinen Befehl „%1“. Meinten Sie „%2“?</translation>
    </message>
    <message>
        <source>Nearest known: “%1”.</source>
        <translation>Nächster bekannter Name: „%1“.</translation>
    </message>
    <message>
        <source>Lifted: %1</source>
        <translation>Aufgehoben: %1</translation>
    </message>
    <message>
        <source>There was no stop of everything, so nothing was lifted.</source>
        <translation>Es war nicht alles angehalten, also wurde nichts aufgehoben.</translation>
    </message>
    <message>
        <source>%1 was not stopped by itself, so nothing was lifted.</source>
        <translation>%1 war nicht für sich allein angehalten, also wurde nichts aufgehoben.</translation>
    </message>
    <message>
        <source>Still stopped: %1</source>
        <translation>Noch angehalten: %1</translation>
    </message>
    <message>
        <source>, by %1</source>
        <translation>, durch %1</translation>
    </message>
    <message>
        <source>: it fails once %1 is switched off</source>
        <translation>: scheitert, sobald %1 abgeschaltet ist</translation>
    </message>
    <message>
        <source>%1 of %2 stories passed.</source>
        <translation>%1 von %2 Geschichten bestanden.</translation>
    </message>
    <message>
        <source>Next: waits for the verdict of %1, until %2.</source>
        <translation>Als Nächstes: wartet auf das Urteil von %1, bis %2.</translation>
    </message>
    <message>
        <source>Next: waits for a second person, other than %1, until %2.</source>
        <translation>Als Nächstes: wartet auf eine zweite Person, eine andere als %1, bis %2.</translation>
    </message>
    <message>
        <source>Next: waits for a person to claim it, until %1.</source>
        <translation>Als Nächstes: wartet darauf, dass jemand es übernimmt, bis %1.</translation>
    </message>
    <message>
        <source>Next: held until %1, the first hour at which it may go out.</source>
        <translation>Als Nächstes: zurückgehalten bis %1, der ersten Stunde, zu der es hinausgehen darf.</translation>
    </message>
    <message>
        <source>Next: held until %1 has gone out, at the longest until %2.</source>
        <translation>Als Nächstes: zurückgehalten, bis %1 hinausgegangen ist, längstens bis %2.</translation>
    </message>
    <message>
        <source>Run %1 has ended and its clock stands at %2, so there it stays.</source>
        <translation>Lauf %1 ist beendet, und seine Uhr steht auf %2, also bleibt es dabei.</translation>
    </message>
    <message>
        <source>Next: it lies in the outbox; “wayreevectl dispatch” sends it to the receiver.</source>
        <translation>Als Nächstes: Es liegt im Postausgang; „wayreevectl dispatch“ sendet es an den Empfänger.</translation>
    </message>
    <message>
        <source>Stopped now: %1. Until that is lifted it stays.</source>
        <translation>Jetzt angehalten: %1. Bis das aufgehoben ist, bleibt es liegen.</translation>
    </message>
    <message>
        <source>It ended as %1; nothing goes out.</source>
        <translation>Es endete als %1; nichts geht hinaus.</translation>
    </message>
    <message>
        <source>It ended as %1, because of %2; nothing goes out.</source>
        <translation>Es endete als %1, wegen %2; nichts geht hinaus.</translation>
    </message>
    <message>
        <source>A suggestion: approving takes it up, rejecting dismisses it.</source>
        <translation>Ein Vorschlag: Freigeben greift ihn auf, Ablehnen legt ihn beiseite.</translation>
    </message>
    <message>
        <source>Next: the run carries it out with its next epoch.</source>
        <translation>Als Nächstes: Der Lauf führt es mit seiner nächsten Epoche aus.</translation>
    </message>
    <message>
        <source>It has gone out: the receiver took it.</source>
        <translation>Es ist hinausgegangen: Der Empfänger hat es angenommen.</translation>
    </message>
    <message>
        <source>It has gone out within run %1, which only simulates: nobody was reached, and nothing is in the outbox.</source>
        <translation>Es ist innerhalb von Lauf %1 hinausgegangen, der nur simuliert: Niemand wurde erreicht, und im Postausgang liegt nichts.</translation>
    </message>
    <message>
        <source>It has not gone out: the receiver refused it (%1).</source>
        <translation>Es ist nicht hinausgegangen: Der Empfänger hat es abgewiesen (%1).</translation>
    </message>
    <message>
        <source>Whether it has gone out is not known (%1).</source>
        <translation>Ob es hinausgegangen ist, ist nicht bekannt (%1).</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Claimed by</source>
        <translation>Übernommen von</translation>
    </message>
    <message>
        <source>Waiting for a person: %L1. The clock of run %2 stands at %3.</source>
        <translation>Warten auf einen Menschen: %L1. Die Uhr von Lauf %2 steht auf %3.</translation>
    </message>
    <message>
        <source>“%1” is no id of the queue. They look like s1-482-q3.</source>
        <translation>„%1“ ist keine Kennung der Warteschlange. Solche sehen aus wie s1-482-q3.</translation>
    </message>
    <message>
        <source>“%1” is a decision&apos;s id. Ids of the queue look like s1-482-q3.</source>
        <translation>„%1“ ist die Kennung einer Entscheidung. Kennungen der Warteschlange sehen aus wie s1-482-q3.</translation>
    </message>
    <message>
        <source>From this decision came: %1.</source>
        <translation>Aus dieser Entscheidung ging hervor: %1.</translation>
    </message>
    <message>
        <source>Records hash of %1 is now %2: it covers every record, and this added to them.</source>
        <translation>Der Hash der Datensätze von %1 ist jetzt %2: Er umfasst jeden Datensatz, und hiermit kamen welche hinzu.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kundin oder Kunde</translation>
    </message>
    <message>
        <source>Ruling</source>
        <translation>Entscheid</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>%L1 of %L2 decisions of run %3, newest first.</source>
        <translation>%L1 von %L2 Entscheidungen von Lauf %3, Neuestes zuerst.</translation>
    </message>
    <message>
        <source>%1 is an item of the queue; it came from decision %2.</source>
        <translation>%1 ist ein Eintrag der Warteschlange; er ging aus der Entscheidung %2 hervor.</translation>
    </message>
    <message>
        <source>In the queue as %1: %2</source>
        <translation>In der Warteschlange als %1: %2</translation>
    </message>
    <message>
        <source>Other accounts of this machine may read that key: its file should have mode 0600. The next run puts it right.</source>
        <translation>Andere Konten dieses Rechners dürfen diesen Schlüssel lesen: Seine Datei sollte den Modus 0600 haben. Der nächste Lauf bringt das in Ordnung.</translation>
    </message>
    <message>
        <source>Records hash: %1 (of every record so far; later verdicts add to it)</source>
        <translation>Hash der Datensätze: %1 (über alle bisherigen Datensätze; spätere Urteile kommen hinzu)</translation>
    </message>
    <message>
        <source>Stopped: %1. What this run would send of that stays in the outbox until the stop is lifted.</source>
        <translation>Angehalten: %1. Was dieser Lauf davon senden würde, bleibt im Postausgang, bis das Anhalten aufgehoben ist.</translation>
    </message>
    <message>
        <source>Stopped: %1. This run goes on, for it only simulates and reaches nobody.</source>
        <translation>Angehalten: %1. Dieser Lauf geht weiter, denn er simuliert nur und erreicht niemanden.</translation>
    </message>
    <message>
        <source>To compare, %1 rates of the log itself: %2 as it chose, over all rows</source>
        <translation>Zum Vergleich die Raten von %1 im Protokoll selbst: %2 mit seiner eigenen Wahl, über alle Zeilen</translation>
    </message>
    <message>
        <source>  always %1: %2 (%L3 rows), the best single arm</source>
        <translation>  immer %1: %2 (%L3 Zeilen), der beste einzelne Arm</translation>
    </message>
    <message>
        <source>  always %1: %2 (%L3 rows)</source>
        <translation>  immer %1: %2 (%L3 Zeilen)</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Agentic</source>
        <translation>Agentisch</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>%L1 metrics of run %2.</source>
        <translation>%L1 Kennzahlen von Lauf %2.</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>%1: %L2 items</source>
        <translation>%1: %L2 Einträge</translation>
    </message>
    <message>
        <source>timer</source>
        <translation>Zeitgeber</translation>
    </message>
    <message>
        <source>a person&apos;s verdict</source>
        <translation>das Urteil eines Menschen</translation>
    </message>
    <message>
        <source>a sent message&apos;s result</source>
        <translation>das Ergebnis einer gesendeten Nachricht</translation>
    </message>
    <message>
        <source>shared budget ran out</source>
        <translation>das gemeinsame Budget ging zu Ende</translation>
    </message>
    <message>
        <source>a proposal that ran out of time</source>
        <translation>ein Vorschlag, dessen Zeit ablief</translation>
    </message>
    <message>
        <source>Chosen: %1 for %2 with probability %3, confidence %4%5</source>
        <translation>Gewählt: %1 für %2 mit Wahrscheinlichkeit %3, Konfidenz %4%5</translation>
    </message>
    <message>
        <source>DAMAGED: store-missing: .wayreeve/store.db is not there or is empty, though this workspace has had runs. Restore it from a backup.</source>
        <translation>BESCHÄDIGT: store-missing: .wayreeve/store.db fehlt oder ist leer, obwohl dieser Arbeitsbereich Läufe hatte. Stellen Sie sie aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Sends what the runs left in the outbox to the workspace&apos;s receiver.</source>
        <translation>Sendet, was die Läufe im Postausgang gelassen haben, an den Empfänger des Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>What was done, at the run&apos;s clock (UTC):</source>
        <translation>Was getan wurde, nach der Uhr des Laufs (UTC):</translation>
    </message>
    <message>
        <source>Deadline (UTC)</source>
        <translation>Frist (UTC)</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Decision %1, %2 (UTC), customer %3</source>
        <translation>Entscheidung %1, %2 (UTC), Kunde %3</translation>
    </message>
    <message>
        <source>What followed (UTC):</source>
        <translation>Was folgte (UTC):</translation>
    </message>
    <message>
        <source>Verdict: ship. More customers reach the goal than in the baseline.</source>
        <translation>Urteil: einführen. Mehr der Kundschaft erreichen das Ziel als in der Baseline.</translation>
    </message>
    <message>
        <source>Verdict: roll back. A guardrail is harmed.</source>
        <translation>Urteil: zurücknehmen. Eine Leitplanke ist verletzt.</translation>
    </message>
    <message>
        <source>Verdict: roll back. Fewer customers reach the goal than in the baseline.</source>
        <translation>Urteil: zurücknehmen. Weniger der Kundschaft erreichen das Ziel als in der Baseline.</translation>
    </message>
    <message>
        <source>Verdict: unhealthy. Customers were not split as planned, so the arms cannot be compared.</source>
        <translation>Urteil: nicht verwertbar. Die Kundschaft wurde nicht wie geplant aufgeteilt, die Arme lassen sich daher nicht vergleichen.</translation>
    </message>
    <message>
        <source>Verdict: keep going. It is too early: seven days must pass.</source>
        <translation>Urteil: weiterlaufen lassen. Es ist zu früh: Sieben Tage müssen vergehen.</translation>
    </message>
    <message>
        <source>Verdict: keep going. There are too few customers.</source>
        <translation>Urteil: weiterlaufen lassen. Es sind zu wenige Kundinnen und Kunden.</translation>
    </message>
    <message>
        <source>Verdict: keep going. The difference is not certain yet.</source>
        <translation>Urteil: weiterlaufen lassen. Der Unterschied ist noch nicht sicher.</translation>
    </message>
    <message>
        <source>Goal reached (“%1”): agentic %2 %, baseline %3 % of customers, difference %4 percentage points</source>
        <translation>Ziel erreicht („%1“): agentisch %2 %, Baseline %3 % der Kundschaft, Unterschied %4 Prozentpunkte</translation>
    </message>
    <message>
        <source>Always-valid 95 % interval of the difference: %1 … %2</source>
        <translation>Jederzeit gültiges 95-%-Intervall des Unterschieds: %1 … %2</translation>
    </message>
    <message>
        <source>An always-valid interval needs 30 customers in each of the two arms.</source>
        <translation>Ein jederzeit gültiges Intervall braucht 30 Kundinnen und Kunden in jedem der beiden Arme.</translation>
    </message>
    <message>
        <source>%1 %, order %2 of %3</source>
        <translation>%1 %, Reihenfolge %2 von %3</translation>
    </message>
    <message>
        <source>Fixed-time 95 % interval, or why there is none</source>
        <translation>95-%-Intervall (fester Zeitpunkt), oder warum es keines gibt</translation>
    </message>
    <message>
        <source>The repeated run is stored as %1, which is now the newest: name others with --run.</source>
        <translation>Der wiederholte Lauf ist als %1 gespeichert und jetzt der neueste: Nennen Sie andere mit --run.</translation>
    </message>
    <message>
        <source>Careful: few rows carry nearly all of the weight. The two policies overlap too little for these intervals to be trusted.</source>
        <translation>Vorsicht: Wenige Zeilen tragen fast das ganze Gewicht. Die beiden Strategien überschneiden sich zu wenig, um diesen Intervallen zu trauen.</translation>
    </message>
    <message>
        <source>Careful: some rows weigh more than tau. Switch-DR leaves their correction out; compare it with DR.</source>
        <translation>Vorsicht: Einige Zeilen wiegen mehr als tau. Switch-DR lässt deren Korrektur weg; vergleichen Sie es mit DR.</translation>
    </message>
    <message>
        <source>Careful: weights should average 1 and do not. The probabilities are not those that this log was drawn with, or the policy to be judged takes actions that the log never shows.</source>
        <translation>Vorsicht: Die Gewichte sollten im Mittel 1 sein und sind es nicht. Die Wahrscheinlichkeiten sind nicht die, mit denen dieses Protokoll gezogen wurde, oder die beurteilte Strategie wählt Aktionen, die das Protokoll nie zeigt.</translation>
    </message>
    <message>
        <source>as logged</source>
        <translation>wie protokolliert</translation>
    </message>
    <message>
        <source>Estimator</source>
        <translation>Schätzer</translation>
    </message>
    <message>
        <source>Reward a choice</source>
        <translation>Ertrag je Wahl</translation>
    </message>
    <message>
        <source>Low (95 %)</source>
        <translation>Unten (95 %)</translation>
    </message>
    <message>
        <source>High (95 %)</source>
        <translation>Oben (95 %)</translation>
    </message>
    <message>
        <source>%L1 rows count as much as %L2 drawn by the judged policy; weights: mean %3, largest %4.</source>
        <translation>%L1 Zeilen zählen so viel wie %L2, die die beurteilte Strategie gezogen hätte; Gewichte: Mittel %3, größtes %4.</translation>
    </message>
    <message>
        <source>Name the log with --log FILE.csv.</source>
        <translation>Nennen Sie das Protokoll mit --log FILE.csv.</translation>
    </message>
    <message>
        <source>--tau takes a number above 0.</source>
        <translation>--tau braucht eine Zahl über 0.</translation>
    </message>
    <message>
        <source>Judges another policy by a log of choices and their probabilities, with intervals.</source>
        <translation>Beurteilt eine andere Strategie anhand eines Protokolls von Wahlen und ihren Wahrscheinlichkeiten, mit Intervallen.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>Anschluss</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>%L1 items in the outbox of run %2.</source>
        <translation>%L1 Einträge im Ausgang von Lauf %2.</translation>
    </message>
    <message>
        <source>Say with --as who sends this again.</source>
        <translation>Sagen Sie mit --as, wer dies noch einmal sendet.</translation>
    </message>
    <message>
        <source>Item %1 waits again; “wayreevectl dispatch” sends it with the same key.</source>
        <translation>Eintrag %1 wartet wieder; „wayreevectl dispatch“ sendet ihn mit demselben Schlüssel.</translation>
    </message>
    <message>
        <source>Run %1 goes on; events are taken at %2.</source>
        <translation>Lauf %1 geht weiter; Ereignisse werden unter %2 angenommen.</translation>
    </message>
    <message>
        <source>Run %1 has begun; events are taken at %2.</source>
        <translation>Lauf %1 hat begonnen; Ereignisse werden unter %2 angenommen.</translation>
    </message>
    <message>
        <source>Write key of the new source “default”, shown only now: %1</source>
        <translation>Schreibschlüssel der neuen Quelle „default“, nur jetzt gezeigt: %1</translation>
    </message>
    <message>
        <source>What is decided goes to real receivers.</source>
        <translation>Was entschieden wird, geht an echte Empfänger.</translation>
    </message>
    <message>
        <source>No receiver is set up: nothing leaves this machine.</source>
        <translation>Kein Empfänger ist eingerichtet: Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>End it with Ctrl+C; the next start goes on from there.</source>
        <translation>Mit Strg+C beenden; der nächste Start macht dort weiter.</translation>
    </message>
    <message>
        <source>Run %1 stands still at %2: %3 decisions, %4 records.</source>
        <translation>Lauf %1 steht still bei %2: %3 Entscheidungen, %4 Einträge.</translation>
    </message>
    <message>
        <source>There is no source “%1”.</source>
        <translation>Es gibt keine Quelle „%1“.</translation>
    </message>
    <message>
        <source>Write key, shown only now: %1</source>
        <translation>Schreibschlüssel, nur jetzt gezeigt: %1</translation>
    </message>
    <message>
        <source>No source may send yet. Add one with --add NAME.</source>
        <translation>Noch darf keine Quelle senden. Ergänzen Sie eine mit --add NAME.</translation>
    </message>
    <message>
        <source>Nothing is in quarantine.</source>
        <translation>Nichts ist in Quarantäne.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>%L1 pairs, %2 % of them one person; %3 % of the others are hard: same household, device or office.</source>
        <translation>%L1 Paare, %2 % davon eine Person; %3 % der anderen sind schwierig: derselbe Haushalt, dasselbe Gerät oder Büro.</translation>
    </message>
    <message>
        <source>At a probability of %1: precision %2 %, recall %3 %; calibration error %4 %. “Same device or address” alone: precision %5 %.</source>
        <translation>Bei einer Wahrscheinlichkeit von %1: Genauigkeit %2 %, Trefferquote %3 %; Kalibrierungsfehler %4 %. „Dasselbe Gerät oder dieselbe Adresse“ allein: Genauigkeit %5 %.</translation>
    </message>
    <message>
        <source>Whose session it was</source>
        <translation>Wessen Sitzung es war</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>--inputs takes a JSON object: the name of each input, and its value.</source>
        <translation>--inputs nimmt ein JSON-Objekt: den Namen jeder Eingabe und ihren Wert.</translation>
    </message>
    <message>
        <source>The table has no input “%1”.</source>
        <translation>Die Tabelle hat keine Eingabe „%1“.</translation>
    </message>
    <message>
        <source>No row matches.</source>
        <translation>Keine Zeile trifft zu.</translation>
    </message>
    <message>
        <source>From row %1.</source>
        <translation>Aus Zeile %1.</translation>
    </message>
    <message>
        <source>Rows %1 and %2 both match %3.</source>
        <translation>Die Zeilen %1 und %2 treffen beide auf %3 zu.</translation>
    </message>
    <message>
        <source>No row matches %1.</source>
        <translation>Keine Zeile trifft auf %1 zu.</translation>
    </message>
    <message>
        <source>Row %1 never answers.</source>
        <translation>Zeile %1 antwortet nie.</translation>
    </message>
    <message>
        <source>Not decided, because cells are expressions: %L1.</source>
        <translation>Nicht entschieden, weil Zellen Ausdrücke sind: %L1.</translation>
    </message>
    <message>
        <source>The rows leave nothing open.</source>
        <translation>Die Zeilen lassen nichts offen.</translation>
    </message>
    <message>
        <source>Say what to do: --inputs JSON or --analyse.</source>
        <translation>Sagen Sie, was zu tun ist: --inputs JSON oder --analyse.</translation>
    </message>
    <message>
        <source>There is no decision table “%1”.</source>
        <translation>Es gibt keine Entscheidungstabelle „%1“.</translation>
    </message>
    <message>
        <source>Runs the engine live: events in over HTTP, decisions, people&apos;s verdicts, dispatches.</source>
        <translation>Lässt den Kern live laufen: Ereignisse über HTTP herein, Entscheidungen, Urteile von Menschen, Versand.</translation>
    </message>
    <message>
        <source>Who may send events: makes and withdraws write keys.</source>
        <translation>Wer Ereignisse senden darf: macht Schreibschlüssel und zieht sie zurück.</translation>
    </message>
    <message>
        <source>Asks a decision table, or says where its rows overlap, leave gaps or never answer.</source>
        <translation>Fragt eine Entscheidungstabelle, oder sagt, wo ihre Zeilen sich überschneiden, Lücken lassen oder nie antworten.</translation>
    </message>
    <message>
        <source>What a run&apos;s outbox holds; --replay sends again what failed or is unclear.</source>
        <translation>Was der Ausgang eines Laufs enthält; --replay sendet noch einmal, was gescheitert oder unklar ist.</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Moment</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>Gekennzeichnet</translation>
    </message>
    <message>
        <source>Read by the core</source>
        <translation>Vom Kern gelesen</translation>
    </message>
    <message>
        <source>%L1 of %L2 labelled moments were read right: %3 % (95 %: %4 … %5 %).</source>
        <translation>%L1 von %L2 gekennzeichneten Momenten wurden richtig gelesen: %3 % (95 %: %4 … %5 %).</translation>
    </message>
    <message>
        <source>%L1 moments of run %2 wait for a label.</source>
        <translation>%L1 Momente von Lauf %2 warten auf eine Kennzeichnung.</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>In which stage was this customer? One of: %1.</source>
        <translation>In welcher Phase war dieser Kunde? Eine von: %1.</translation>
    </message>
    <message>
        <source>A label needs --label ID, --stage STAGE and --as PERSON together.</source>
        <translation>Eine Kennzeichnung braucht --label ID, --stage STAGE und --as PERSON zusammen.</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Of all moments</source>
        <translation>Von allen Momenten</translation>
    </message>
    <message>
        <source>Found (recall)</source>
        <translation>Gefunden (Trefferquote)</translation>
    </message>
    <message>
        <source>Right when said (precision)</source>
        <translation>Richtig, wenn gesagt (Genauigkeit)</translation>
    </message>
    <message>
        <source>Found by the filter</source>
        <translation>Vom Filter gefunden</translation>
    </message>
    <message>
        <source>%L1 moments, %L2 events. Right: %3 %. From the last event alone: %4 %. Weights shuffled among signals: %5 %. A filter that knows the world: %6 %.</source>
        <translation>%L1 Momente, %L2 Ereignisse. Richtig: %3 %. Nach dem letzten Ereignis allein: %4 %. Gewichte unter den Signalen vertauscht: %5 %. Ein Filter, der die Welt kennt: %6 %.</translation>
    </message>
    <message>
        <source>Name the world with --world FILE.yaml.</source>
        <translation>Nennen Sie die Welt mit --world FILE.yaml.</translation>
    </message>
    <message>
        <source>Measures how well the workspace&apos;s signals read the stage in a world where it is known.</source>
        <translation>Misst, wie gut die Signale des Arbeitsbereichs die Phase lesen, in einer Welt, in der sie bekannt ist.</translation>
    </message>
    <message>
        <source>Draws random moments of a run, takes people&apos;s labels, compares them with the stage read.</source>
        <translation>Zieht zufällige Momente eines Laufs, nimmt Kennzeichnungen von Menschen an, vergleicht sie mit der gelesenen Phase.</translation>
    </message>
    <message>
        <source>Truth \ read as</source>
        <translation>Wahrheit \ gelesen als</translation>
    </message>
    <message>
        <source>What happened before (UTC):</source>
        <translation>Was zuvor geschah (UTC):</translation>
    </message>
    <message>
        <source>we sent %1</source>
        <translation>wir sandten %1</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Moved on with it</source>
        <translation>Weitergegangen mit ihm</translation>
    </message>
    <message>
        <source>without</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>Log odds ratio</source>
        <translation>Log-Chancenverhältnis</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>Passend</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>Stage %1: %2 of %L3 moments moved on (%4 to %5); %6 is expected.</source>
        <translation>Phase %1: %2 von %L3 Momenten gingen weiter (%4 bis %5); erwartet sind %6.</translation>
    </message>
    <message>
        <source>That is as expected, so nothing is proposed.</source>
        <translation>Das ist wie erwartet, also wird nichts vorgeschlagen.</translation>
    </message>
    <message>
        <source>Its weights fit what is seen: the cause lies elsewhere.</source>
        <translation>Ihre Gewichte passen zu dem, was zu sehen ist: Die Ursache liegt woanders.</translation>
    </message>
    <message>
        <source>Too few of its signals tell anything to propose a weight.</source>
        <translation>Zu wenige ihrer Signale sagen etwas, um ein Gewicht vorzuschlagen.</translation>
    </message>
    <message>
        <source>Proposed: %1 from %2 to %3.</source>
        <translation>Vorschlag: %1 von %2 auf %3.</translation>
    </message>
    <message>
        <source>On the customers held out the score puts one who moves on above one who does not in %1 of pairs, was %2 (difference %3 to %4 points); of %L5 moments in the stage %6 would have moved on, was %7 of %L8.</source>
        <translation>Bei den zurückgehaltenen Kunden stellt der Wert den, der weitergeht, in %1 der Paare über den, der es nicht tut, vorher %2 (Unterschied %3 bis %4 Punkte); von %L5 Momenten in der Phase wären %6 weitergegangen, vorher %7 von %L8.</translation>
    </message>
    <message>
        <source>No event foretells a loss on both halves of the customers.</source>
        <translation>Kein Ereignis kündigt in beiden Hälften der Kunden einen Verlust an.</translation>
    </message>
    <message>
        <source>Events that foretell a loss, found on one half of the customers and confirmed on the other:</source>
        <translation>Ereignisse, die einen Verlust ankündigen, in der einen Hälfte der Kunden gefunden und in der anderen bestätigt:</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Loss after it</source>
        <translation>Verlust danach</translation>
    </message>
    <message>
        <source>Moments</source>
        <translation>Momente</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>sonst</translation>
    </message>
    <message>
        <source>Difference, points (95 %)</source>
        <translation>Unterschied, Punkte (95 %)</translation>
    </message>
    <message>
        <source>--%1 takes a length of time above 0, such as “3 d”.</source>
        <translation>--%1 nimmt eine Zeitspanne über 0, etwa „3 d“.</translation>
    </message>
    <message>
        <source>Say who applies it: --as PERSON.</source>
        <translation>Sagen Sie, wer es anwendet: --as PERSON.</translation>
    </message>
    <message>
        <source>No stage “%1” has a benchmark.</source>
        <translation>Keine Phase „%1“ hat einen Richtwert.</translation>
    </message>
    <message>
        <source>There is nothing to apply: no weight is proposed.</source>
        <translation>Es gibt nichts anzuwenden: Kein Gewicht wird vorgeschlagen.</translation>
    </message>
    <message>
        <source>No stage has a benchmark: write one into stages.yaml to compare it with.</source>
        <translation>Keine Phase hat einen Richtwert: Schreiben Sie einen in stages.yaml, um damit zu vergleichen.</translation>
    </message>
    <message>
        <source>Written into stages.yaml. Runs from now on go by it.</source>
        <translation>In stages.yaml geschrieben. Läufe von nun an richten sich danach.</translation>
    </message>
    <message>
        <source>Compares stages with their benchmarks, proposes weights of signals and finds events that foretell a loss; --apply writes the weights.</source>
        <translation>Vergleicht Phasen mit ihren Richtwerten, schlägt Gewichte von Signalen vor und findet Ereignisse, die einen Verlust ankündigen; --apply schreibt die Gewichte.</translation>
    </message>
    <message>
        <source>%1: no outcome to test yet.</source>
        <translation>%1: noch kein Ergebnis zu prüfen.</translation>
    </message>
    <message>
        <source>%1: predicted %2, came %3, over %L4 outcomes.</source>
        <translation>%1: %2 vorhergesagt, %3 eingetreten, über %L4 Ergebnisse.</translation>
    </message>
    <message>
        <source>Drift, noticed %1: since %2 more comes than predicted (%3 instead of %4, %L5 outcomes).</source>
        <translation>Drift, bemerkt %1: seit %2 tritt mehr ein als vorhergesagt (%3 statt %4, %L5 Ergebnisse).</translation>
    </message>
    <message>
        <source>Drift, noticed %1: since %2 less comes than predicted (%3 instead of %4, %L5 outcomes).</source>
        <translation>Drift, bemerkt %1: seit %2 tritt weniger ein als vorhergesagt (%3 statt %4, %L5 Ergebnisse).</translation>
    </message>
    <message>
        <source>No drift found.</source>
        <translation>Keine Drift gefunden.</translation>
    </message>
    <message>
        <source>Run %1, goal %2: %L3 moments at which something was sent, the reward of %L4 is known (%L5 in the random control arm).</source>
        <translation>Lauf %1, Ziel %2: %L3 Momente, in denen etwas gesendet wurde, von %L4 ist der Erfolg bekannt (%L5 im zufälligen Kontrollarm).</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Effect (points)</source>
        <translation>Wirkung (Punkte)</translation>
    </message>
    <message>
        <source>95 %, or why there is none</source>
        <translation>95 %, oder warum es keines gibt</translation>
    </message>
    <message>
        <source>n with / without</source>
        <translation>n mit / ohne</translation>
    </message>
    <message>
        <source>Unknown yet</source>
        <translation>Noch unbekannt</translation>
    </message>
    <message>
        <source>There are no effects of “%1”.</source>
        <translation>Es gibt keine Wirkungen von „%1“.</translation>
    </message>
    <message>
        <source>Erased from %1: customer %2</source>
        <translation>Gelöscht aus %1: Kunde %2</translation>
    </message>
    <message>
        <source>  Outbox item %1 was under way and may have been done.</source>
        <translation>  Postausgang %1 war unterwegs und ist vielleicht ausgeführt.</translation>
    </message>
    <message>
        <source>NOT erased from %1: an engine is at work here. Run this again once it has ended.</source>
        <translation>NICHT gelöscht aus %1: Hier arbeitet gerade eine Engine. Führen Sie dies noch einmal aus, wenn sie geendet hat.</translation>
    </message>
    <message>
        <source>Nothing is suggested.</source>
        <translation>Nichts ist vorgeschlagen.</translation>
    </message>
    <message>
        <source>Since (UTC)</source>
        <translation>Seit (UTC)</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>%1: %2 joined, with a probability of %3.</source>
        <translation>%1: %2 kam hinzu, mit einer Wahrscheinlichkeit von %3.</translation>
    </message>
    <message>
        <source>%1: %2 joined, by an id that both had used.</source>
        <translation>%1: %2 kam hinzu, durch eine ID, die beide benutzt hatten.</translation>
    </message>
    <message>
        <source>    Undone by %1: %2</source>
        <translation>    Aufgehoben von %1: %2</translation>
    </message>
    <message>
        <source>    “wayreevectl unmerge” undoes it.</source>
        <translation>    „wayreevectl unmerge“ hebt es auf.</translation>
    </message>
    <message>
        <source>Nobody was merged into this customer.</source>
        <translation>Mit diesem Kunden wurde niemand zusammengeführt.</translation>
    </message>
    <message>
        <source>Say with --customer who is two persons.</source>
        <translation>Sagen Sie mit --customer, wer zwei Personen ist.</translation>
    </message>
    <message>
        <source>The merge of “%1” is undone: two persons again.</source>
        <translation>Die Zusammenführung von „%1“ ist aufgehoben: wieder zwei Personen.</translation>
    </message>
    <message>
        <source>Run %1 stands still at %2: it waits there until the run goes on.</source>
        <translation>Lauf %1 steht still bei %2: Dort wartet es, bis der Lauf weitergeht.</translation>
    </message>
    <message>
        <source>It has gone out within run %1, which has no receiver: it was recorded, and nobody was reached.</source>
        <translation>Es ist innerhalb von Lauf %1 hinausgegangen, der keinen Empfänger hat: Es wurde aufgezeichnet und hat niemanden erreicht.</translation>
    </message>
    <message>
        <source>  goes out at %1 (local), drawn with probability %2: %3 expected to answer; best time so far about %4, from %5 contacts</source>
        <translation>  geht um %1 (Ortszeit) hinaus, gezogen mit Wahrscheinlichkeit %2: %3 Antworten erwartet; beste Zeit bisher etwa %4, aus %5 Kontakten</translation>
    </message>
    <message>
        <source>  at least %1 between contacts; the last keeps until %2 (UTC)</source>
        <translation>  mindestens %1 zwischen Kontakten; der letzte hält bis %2 (UTC)</translation>
    </message>
    <message>
        <source>Table %1 had no answer (%2), rows %3</source>
        <translation>Tabelle %1 gab keine Antwort (%2), Zeilen %3</translation>
    </message>
    <message>
        <source>Table %1: no row matched</source>
        <translation>Tabelle %1: keine Zeile traf zu</translation>
    </message>
    <message>
        <source>Table %1: rows %2</source>
        <translation>Tabelle %1: Zeilen %2</translation>
    </message>
    <message>
        <source>  of which earlier contacts leave × %1 of the outcome</source>
        <translation>  davon lassen frühere Kontakte × %1 des Ergebnisses</translation>
    </message>
    <message>
        <source>Configuration of the model of goal %1: %2</source>
        <translation>Konfiguration des Modells von Ziel %1: %2</translation>
    </message>
    <message>
        <source>%1 records were erased with their customers&apos; data; their hashes still stand in the chain.</source>
        <translation>%1 Aufzeichnungen wurden mit den Daten ihrer Kunden gelöscht; ihre Hashes stehen weiter in der Kette.</translation>
    </message>
    <message>
        <source>No people: </source>
        <translation>Keine Personen: </translation>
    </message>
    <message>
        <source>What works for whom: effects of what was sent on the goal, by content tag and segment, with intervals.</source>
        <translation>Was bei wem wirkt: Wirkungen des Gesendeten auf das Ziel, nach Inhaltsmerkmal und Segment, mit Intervallen.</translation>
    </message>
    <message>
        <source>Whether what the models predict is what comes, and since when it is not.</source>
        <translation>Ob eintritt, was die Modelle vorhersagen, und seit wann nicht.</translation>
    </message>
    <message>
        <source>Destroys a customer&apos;s data in every run that knows the key, for good; the chain still verifies.</source>
        <translation>Zerstört die Daten eines Kunden in jedem Lauf, der den Schlüssel kennt, für immer; die Kette stimmt weiter.</translation>
    </message>
    <message>
        <source>What the person who takes a case over is given.</source>
        <translation>Was die Person erhält, die einen Fall übernimmt.</translation>
    </message>
    <message>
        <source>Next steps and drafts that the core suggests and nobody has answered.</source>
        <translation>Nächste Schritte und Entwürfe, die der Kern vorschlägt und die niemand beantwortet hat.</translation>
    </message>
    <message>
        <source>Shows a customer, by key or #number, and why others were merged into it.</source>
        <translation>Zeigt einen Kunden, nach Schlüssel oder #Nummer, und warum andere mit ihm zusammengeführt wurden.</translation>
    </message>
    <message>
        <source>Say whom: --customer and the key or another id that the runs know.</source>
        <translation>Sagen Sie, wen: --customer und der Schlüssel oder eine andere Kennung, die die Läufe kennen.</translation>
    </message>
    <message>
        <source>  Connection “%1” was told to forget: %2</source>
        <translation>  Verbindung „%1“ wurde gebeten zu vergessen: %2</translation>
    </message>
    <message>
        <source>  Connection “%1” was NOT told to forget: %2</source>
        <translation>  Verbindung „%1“ wurde NICHT gebeten zu vergessen: %2</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>Undoes a merge of two customers in a live run.</source>
        <translation>Hebt eine Zusammenführung zweier Kunden in einem Live-Lauf auf.</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Wie es war</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Run %1, %L2 choices in %3 days. Other documents: %4.</source>
        <translation>Lauf %1, %L2 Entscheidungen in %3 Tagen. Andere Dokumente: %4.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>The past does not know “%1”: conditions over it could not be judged.</source>
        <translation>Die Vergangenheit kennt „%1“ nicht: Bedingungen darüber ließen sich nicht beurteilen.</translation>
    </message>
    <message>
        <source>Decided otherwise: %L1 (another action %L2, another way %L3, another ruling %L4).</source>
        <translation>Anders entschieden: %L1 (andere Aktion %L2, anderer Weg %L3, andere Freigabe %L4).</translation>
    </message>
    <message>
        <source>For people: %1 a day, changed %2. Sent: %3 a day, changed %4.</source>
        <translation>An Menschen: %1 am Tag, geändert %2. Gesendet: %3 am Tag, geändert %4.</translation>
    </message>
    <message>
        <source>Expected by the models of the time: %1, changed %2.</source>
        <translation>Nach den Modellen von damals erwartet: %1, geändert %2.</translation>
    </message>
    <message>
        <source>What had been chosen is removed by</source>
        <translation>Das Gewählte entfällt durch</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>Removed by</source>
        <translation>Entfällt durch</translation>
    </message>
    <message>
        <source>Name the folder with the changed documents with --with.</source>
        <translation>Nennen Sie den Ordner mit den geänderten Dokumenten mit --with.</translation>
    </message>
    <message>
        <source>Name a file of purchases with --purchases FILE.csv, or a workspace with runs.</source>
        <translation>Nennen Sie eine Datei mit Käufen mit --purchases FILE.csv oder einen Arbeitsbereich mit Läufen.</translation>
    </message>
    <message>
        <source>Fitted on the earlier half, the later %1 days: %L2 customers, %3 purchases expected, %4 made; money %5 expected, %6 came.</source>
        <translation>An der früheren Hälfte angepasst, die späteren %1 Tage: %L2 Kunden, %3 Käufe erwartet, %4 gemacht; Geld %5 erwartet, %6 gekommen.</translation>
    </message>
    <message>
        <source>Mean absolute error %1 purchases a customer, %2 by each one&apos;s own rate; the 90 % intervals held purchases of %3 % and money of %4 % of them.</source>
        <translation>Mittlerer absoluter Fehler %1 Käufe je Kunde, %2 nach der eigenen Rate; die 90-%-Intervalle hielten Käufe von %3 % und Geld von %4 % von ihnen.</translation>
    </message>
    <message>
        <source>Worth %1 within %2 days (90 %: %3 to %4); still a customer with a probability of %5.</source>
        <translation>Wert %1 in %2 Tagen (90 %: %3 bis %4); mit der Wahrscheinlichkeit %5 noch Kunde.</translation>
    </message>
    <message>
        <source>Promise %1 (by %2, due %3): %4</source>
        <translation>Zusage %1 (von %2, fällig %3): %4</translation>
    </message>
    <message>
        <source>Drawn to %1 (%2): %3 (90 %: %4 to %5)</source>
        <translation>Neigt zu %1 (%2): %3 (90 %: %4 bis %5)</translation>
    </message>
    <message>
        <source>On the way to %1: %2, %3 % of its milestones.</source>
        <translation>Auf dem Weg zu %1: %2, %3 % der Meilensteine.</translation>
    </message>
    <message>
        <source>Fits what customers will be worth to purchases, and judges it on the later half.</source>
        <translation>Passt den künftigen Kundenwert an Käufe an und prüft ihn an der späteren Hälfte.</translation>
    </message>
    <message>
        <source>Says what changed policies, matrix, actions or goals would have decided in a run&apos;s own moments.</source>
        <translation>Sagt, was geänderte Richtlinien, Matrix, Aktionen oder Ziele in den Momenten eines Laufs entschieden hätten.</translation>
    </message>
    <message>
        <source>  context holds %1 for answering %2</source>
        <translation>  der Kontext enthält %1 für die Antwort auf %2</translation>
    </message>
    <message>
        <source>  switched off: %1</source>
        <translation>  abgeschaltet: %1</translation>
    </message>
    <message>
        <source>%1 before %2, worth about the same: the customer prefers the channel</source>
        <translation>%1 vor %2, etwa gleich viel wert: der Kunde zieht den Kanal vor</translation>
    </message>
    <message>
        <source>%1 before %2, worth about the same: its agent was in touch less recently</source>
        <translation>%1 vor %2, etwa gleich viel wert: der zuständige Agent hat sich länger nicht gemeldet</translation>
    </message>
    <message>
        <source>%1, every channel</source>
        <translation>%1, jeder Kanal</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Consent given: %1, since %2.</source>
        <translation>Einwilligung erteilt: %1, seit %2.</translation>
    </message>
    <message>
        <source>Consent refused: %1, since %2.</source>
        <translation>Einwilligung verweigert: %1, seit %2.</translation>
    </message>
    <message>
        <source>No consent was stated.</source>
        <translation>Keine Einwilligung wurde erklärt.</translation>
    </message>
    <message>
        <source>Suppressed: nothing is sent at all.</source>
        <translation>Gesperrt: Es wird gar nichts gesendet.</translation>
    </message>
    <message>
        <source>Id: %1</source>
        <translation>Kennung: %1</translation>
    </message>
    <message>
        <source>Time zone: %1</source>
        <translation>Zeitzone: %1</translation>
    </message>
    <message>
        <source>Software, not a person: %1</source>
        <translation>Software, keine Person: %1</translation>
    </message>
    <message>
        <source>Trait %1: %2</source>
        <translation>Merkmal %1: %2</translation>
    </message>
    <message>
        <source>Consents, ids and memory cannot be known now. %1</source>
        <translation>Einwilligungen, Kennungen und Gedächtnis lassen sich jetzt nicht sagen. %1</translation>
    </message>
    <message>
        <source>As the live run knew it at %1.</source>
        <translation>Wie der Live-Lauf es um %1 wusste.</translation>
    </message>
    <message>
        <source>starting level</source>
        <translation>Ausgangswert</translation>
    </message>
    <message>
        <source>Read, each the sum of what its signals add:</source>
        <translation>Gelesen, jeder Wert die Summe dessen, was seine Signale beitragen:</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>intent</source>
        <translation>Absicht</translation>
    </message>
    <message>
        <source>need</source>
        <translation>Bedürfnis</translation>
    </message>
    <message>
        <source>hesitation</source>
        <translation>Bedenken</translation>
    </message>
    <message>
        <source>sentiment</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>--month is a month like 2026-03, without --seed.</source>
        <translation>--month ist ein Monat wie 2026-03, ohne --seed.</translation>
    </message>
    <message>
        <source>By %1: %2 contacts, the last one %3, %4.</source>
        <translation>Über %1: Kontakte: %2, der letzte %3, %4.</translation>
    </message>
    <message>
        <source>Last response by %1: %2, %3.</source>
        <translation>Letzte Reaktion über %1: %2, %3.</translation>
    </message>
    <message>
        <source>Answered by %1 within 90 days: %2 of %3.</source>
        <translation>Über %1 binnen 90 Tagen beantwortet: %2 von %3.</translation>
    </message>
    <message>
        <source>Open case since %1.</source>
        <translation>Offener Fall seit %1.</translation>
    </message>
    <message>
        <source>Open case %1 since %2.</source>
        <translation>Offener Fall %1 seit %2.</translation>
    </message>
    <message>
        <source>Quality of the traffic (0 to 1): %1</source>
        <translation>Qualität der Aufrufe (0 bis 1): %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 by %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>The live run has received it; quarantine remembers that.</source>
        <translation>Der Live-Lauf hat es empfangen; die Quarantäne merkt sich das.</translation>
    </message>
    <message>
        <source>The live run has received it. Which event of quarantine it mends is not known: --number N says it.</source>
        <translation>Der Live-Lauf hat es empfangen. Welches Ereignis der Quarantäne es berichtigt, ist nicht bekannt: --number N sagt es.</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>Verbleib</translation>
    </message>
    <message>
        <source>Not sent again</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>Held back by run %1: %2, of them not sent again: %3</source>
        <translation>Von Lauf %1 zurückgehalten: %2, davon nicht noch einmal gesendet: %3</translation>
    </message>
    <message>
        <source>Sent again</source>
        <translation>Noch einmal gesendet</translation>
    </message>
    <message>
        <source>Lists events that were held back, why, and which were sent again; --send gives a mended one to the live run.</source>
        <translation>Zeigt, welche Ereignisse zurückgehalten wurden, warum, und welche noch einmal gesendet wurden; --send gibt ein berichtigtes dem Live-Lauf.</translation>
    </message>
    <message>
        <source>Judges on labelled pairs how well anonymous sessions find their customer; --export writes the pairs for another scorer, --fit prints the weights fitted anew.</source>
        <translation>Beurteilt an gekennzeichneten Paaren, wie gut anonyme Sitzungen ihren Kunden finden; --export schreibt die Paare für ein anderes Verfahren, --fit gibt die neu angepassten Gewichte aus.</translation>
    </message>
</context>
<context>
    <name>Insights</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>too few for an interval</source>
        <translation>zu wenige</translation>
    </message>
    <message>
        <source>baseline is zero</source>
        <translation>Baseline ist null</translation>
    </message>
    <message>
        <source>Higher is better.</source>
        <translation>Höher ist besser.</translation>
    </message>
    <message>
        <source>Lower is better.</source>
        <translation>Niedriger ist besser.</translation>
    </message>
    <message>
        <source>Agentic n = %1, baseline n = %2</source>
        <translation>Agentisch n = %1, Baseline n = %2</translation>
    </message>
    <message>
        <source>Hidden: %1</source>
        <translation>Verborgen: %1</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Geschäft</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>Erlebnis</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>The arms cannot be compared: customers were not split as planned.</source>
        <translation>Die Arme sind nicht vergleichbar: Die Kundschaft wurde nicht wie geplant aufgeteilt.</translation>
    </message>
    <message>
        <source>%1 more customers reach the goal than in the baseline. Ship it.</source>
        <translation>%1 mehr der Kundschaft erreichen das Ziel als in der Baseline. Einführen.</translation>
    </message>
    <message>
        <source>A guardrail is harmed. Roll back.</source>
        <translation>Eine Leitplanke ist verletzt. Zurücknehmen.</translation>
    </message>
    <message>
        <source>%1 fewer customers reach the goal than in the baseline. Roll back.</source>
        <translation>%1 weniger der Kundschaft erreichen das Ziel als in der Baseline. Zurücknehmen.</translation>
    </message>
    <message>
        <source>Too early for a verdict: seven days must pass. Keep going.</source>
        <translation>Zu früh für ein Urteil: Sieben Tage müssen vergehen. Weiterlaufen lassen.</translation>
    </message>
    <message>
        <source>Too few customers for a verdict. Keep going.</source>
        <translation>Zu wenig Kundschaft für ein Urteil. Weiterlaufen lassen.</translation>
    </message>
    <message>
        <source>%1 more customers reach the goal so far, not certain yet. Keep going.</source>
        <translation>%1 mehr der Kundschaft erreichen bisher das Ziel, noch nicht sicher. Weiterlaufen lassen.</translation>
    </message>
    <message>
        <source>%1 fewer customers reach the goal so far, not certain yet. Keep going.</source>
        <translation>%1 weniger der Kundschaft erreichen bisher das Ziel, noch nicht sicher. Weiterlaufen lassen.</translation>
    </message>
    <message>
        <source>Chi-square test of the split: p = %1, alarm below 0.001. The numbers stay hidden until it is repaired.</source>
        <translation>Chi-Quadrat-Test der Aufteilung: p = %1, Alarm unter 0,001. Die Zahlen bleiben verborgen, bis sie berichtigt ist.</translation>
    </message>
    <message>
        <source>%1: agentic %2, baseline %3.</source>
        <translation>%1: agentisch %2, Baseline %3.</translation>
    </message>
    <message>
        <source>An always-valid interval needs 30 customers in each arm.</source>
        <translation>Ein stets gültiges Intervall braucht 30 Personen in jedem Arm.</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>agentic %1</source>
        <translation>agentisch %1</translation>
    </message>
    <message>
        <source>baseline %1</source>
        <translation>Baseline %1</translation>
    </message>
    <message>
        <source>Live %1</source>
        <translation>Live %1</translation>
    </message>
    <message>
        <source>Replay %1</source>
        <translation>Nachrechnung %1</translation>
    </message>
    <message>
        <source>Simulation %1</source>
        <translation>Simulation %1</translation>
    </message>
    <message>
        <source>%1 pts</source>
        <translation>%1 PP</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>%1 to %2, agentic against the baseline arm</source>
        <translation>%1 bis %2, agentisch gegen den Arm der Baseline</translation>
    </message>
    <message>
        <source>Drawn from −30 % to +30 % of the baseline’s value.</source>
        <translation>Gezeichnet von −30 % bis +30 % des Werts der Baseline.</translation>
    </message>
    <message>
        <source>No baseline arm in this run: there is nothing to compare with.</source>
        <translation>Kein Arm der Baseline in diesem Lauf: Es gibt nichts zum Vergleichen.</translation>
    </message>
    <message>
        <source>A replay of logged data decides for everybody. What its choices gain over the log stands in the report that the replay printed; each value here is the run’s own.</source>
        <translation>Eine Nachrechnung protokollierter Daten entscheidet für alle. Was ihre Wahl gegenüber dem Protokoll gewinnt, steht im Bericht, den die Nachrechnung ausgegeben hat; jeder Wert hier ist der des Laufs selbst.</translation>
    </message>
    <message>
        <source>No customer was given to the baseline, so there is neither a lift nor a split to check. Each value here is the run’s own.</source>
        <translation>Niemand aus der Kundschaft wurde der Baseline zugeteilt, also gibt es weder einen Zugewinn noch eine Aufteilung zu prüfen. Jeder Wert hier ist der des Laufs selbst.</translation>
    </message>
    <message>
        <source>%1 to %2, without a baseline arm</source>
        <translation>%1 bis %2, ohne Arm der Baseline</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Difference, fixed-time 95 % interval: %1</source>
        <translation>Unterschied, 95-%-Intervall für einen festen Zeitpunkt: %1</translation>
    </message>
    <message>
        <source>Unknown where the log chose otherwise.</source>
        <translation>Unbekannt, wo das Protokoll anders gewählt hat.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 more customers reach the goal than in the baseline, but guardrails got worse: %2. Weigh it before you ship.</source>
        <translation>%1 mehr der Kundschaft erreichen das Ziel als in der Baseline, aber Leitplanken sind schlechter geworden: %2. Vor dem Einführen abwägen.</translation>
    </message>
    <message>
        <source>Always-valid 95 % interval of the difference, right at every look: %1.</source>
        <translation>Jederzeit gültiges 95-%-Intervall des Unterschieds, richtig bei jedem Hinsehen: %1.</translation>
    </message>
    <message>
        <source>Always-valid: stays right however often one looks, so it is wider; the verdict rests on it. Chart and table show fixed-time intervals: right for a single look at a day that was set before.</source>
        <translation>Jederzeit gültig: bleibt richtig, wie oft man auch hinsieht, und ist deshalb breiter; das Urteil beruht darauf. Diagramm und Tabelle zeigen Intervalle für einen festen Zeitpunkt: richtig für einen einzigen Blick an einem vorher festgelegten Tag.</translation>
    </message>
    <message>
        <source>Cannot be known: where the log chose otherwise, nobody saw what would have followed.</source>
        <translation>Lässt sich nicht wissen: Wo das Protokoll anders gewählt hat, sah niemand, was gefolgt wäre.</translation>
    </message>
    <message>
        <source>Customers left out, because they were in both arms or are no persons: %1.</source>
        <translation>Ausgelassene Kunden, weil sie in beiden Armen waren oder keine Personen sind: %1.</translation>
    </message>
    <message>
        <source>Accounts left out, because persons are compared: %1.</source>
        <translation>Ausgelassene Konten, weil Personen verglichen werden: %1.</translation>
    </message>
</context>
<context>
    <name>InsightsPage</name>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
    <message>
        <source>This page tells of a run&apos;s decisions. Run a simulation first.</source>
        <translation>Diese Seite erzählt von den Entscheidungen eines Laufs. Führen Sie zuerst eine Simulation aus.</translation>
    </message>
    <message>
        <source>Go to Simulation</source>
        <translation>Zur Simulation</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>Lässt sich nicht zeigen</translation>
    </message>
</context>
<context>
    <name>InsightsScreen</name>
    <message>
        <source>View of insights</source>
        <translation>Ansicht der Erkenntnisse</translation>
    </message>
    <message>
        <source>All metrics</source>
        <translation>Alle Kennzahlen</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Agentic</source>
        <translation>Agentisch</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>How it is counted</source>
        <translation>Wie gezählt wird</translation>
    </message>
    <message>
        <source>Period and comparator</source>
        <translation>Zeitraum und Vergleich</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Difference of shares by day</source>
        <translation>Unterschied der Anteile nach Tag</translation>
    </message>
    <message>
        <source>Share of customers who reached the goal, by arm</source>
        <translation>Anteil der Kundschaft, die das Ziel erreichte, nach Arm</translation>
    </message>
    <message>
        <source>Customers who reached the goal</source>
        <translation>Kundschaft am Ziel</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Geschäft</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>Erlebnis</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Nothing to measure yet</source>
        <translation>Noch nichts zu messen</translation>
    </message>
    <message>
        <source>No workspace open</source>
        <translation>Kein Arbeitsbereich geöffnet</translation>
    </message>
    <message>
        <source>Insights compare agentic customers with the baseline arm of a run. Run a simulation first.</source>
        <translation>Erkenntnisse vergleichen die agentische Kundschaft eines Laufs mit dem Arm der Baseline. Starten Sie zuerst eine Simulation.</translation>
    </message>
    <message>
        <source>Open a workspace to see what its runs brought.</source>
        <translation>Öffnen Sie einen Arbeitsbereich, um zu sehen, was seine Läufe gebracht haben.</translation>
    </message>
    <message>
        <source>Go to Simulation</source>
        <translation>Zur Simulation</translation>
    </message>
    <message>
        <source>Customers: agentic %1, control %2, baseline %3</source>
        <translation>Kundschaft: agentisch %1, Kontrolle %2, Baseline %3</translation>
    </message>
    <message>
        <source>Split healthy</source>
        <translation>Aufteilung gesund</translation>
    </message>
    <message>
        <source>Split unhealthy, numbers hidden</source>
        <translation>Aufteilung ungesund, Zahlen verborgen</translation>
    </message>
    <message>
        <source>hidden: %1</source>
        <translation>verborgen: %1</translation>
    </message>
    <message>
        <source>worse | better</source>
        <translation>schlechter | besser</translation>
    </message>
    <message>
        <source>No split to check</source>
        <translation>Keine Aufteilung zu prüfen</translation>
    </message>
    <message>
        <source>Without a baseline arm there is no difference.</source>
        <translation>Ohne Arm der Baseline gibt es keinen Unterschied.</translation>
    </message>
    <message>
        <source>Fixed-time 95 % interval</source>
        <translation>95-%-Intervall, fester Zeitpunkt</translation>
    </message>
    <message>
        <source>n agentic / baseline</source>
        <translation>n agentisch / Baseline</translation>
    </message>
    <message>
        <source>points, cumulative, fixed-time 95 % interval</source>
        <translation>Punkte, kumuliert, 95-%-Intervall (fester Zeitpunkt)</translation>
    </message>
    <message>
        <source>per cent by arm, cumulative, fixed-time 95 %</source>
        <translation>Prozent je Arm, kumuliert, 95 % (fester Zeitpunkt)</translation>
    </message>
    <message>
        <source>n of each arm</source>
        <translation>n je Arm</translation>
    </message>
    <message>
        <source>What works</source>
        <translation>Was wirkt</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Stage audit</source>
        <translation>Phasenprüfung</translation>
    </message>
    <message>
        <source>Weights of signals</source>
        <translation>Gewichte der Signale</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Change the journey</source>
        <translation>Die Journey ändern</translation>
    </message>
    <message>
        <source>Journey</source>
        <translation>Journey</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Wozu</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Learning goal</source>
        <translation>Lernziel</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>It shows</source>
        <translation>Sie zeigt</translation>
    </message>
    <message>
        <source>How it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>How it shall be</source>
        <translation>Wie es sein soll</translation>
    </message>
    <message>
        <source>Measured by</source>
        <translation>Gemessen an</translation>
    </message>
    <message>
        <source>Comparison with a baseline</source>
        <translation>Vergleich mit einer Baseline</translation>
    </message>
    <message>
        <source>Nothing: a duty to everybody</source>
        <translation>Nichts: eine Pflicht gegenüber allen</translation>
    </message>
    <message>
        <source>Left at once</source>
        <translation>Sofort verlassen</translation>
    </message>
    <message>
        <source>Only by its own exits.</source>
        <translation>Nur durch die eigenen Ausgänge.</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>On reaching %1</source>
        <translation>Beim Erreichen von %1</translation>
    </message>
    <message>
        <source>When %1</source>
        <translation>Wenn %1</translation>
    </message>
    <message>
        <source>Change a way on</source>
        <translation>Einen Weg ändern</translation>
    </message>
    <message>
        <source>Way on</source>
        <translation>Weg weiter</translation>
    </message>
    <message>
        <source>When it is taken</source>
        <translation>Wann er genommen wird</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Condition (FEEL); empty: otherwise</source>
        <translation>Bedingung (FEEL); leer: sonst</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>Sonst</translation>
    </message>
    <message>
        <source>It happened</source>
        <translation>Es geschah</translation>
    </message>
    <message>
        <source>Not in time</source>
        <translation>Nicht rechtzeitig</translation>
    </message>
    <message>
        <source>Goal reached</source>
        <translation>Ziel erreicht</translation>
    </message>
    <message>
        <source>Time is up</source>
        <translation>Die Zeit ist um</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>Nach: %1</translation>
    </message>
    <message>
        <source>Taken when</source>
        <translation>Genommen, wenn</translation>
    </message>
    <message>
        <source>Touchpoint</source>
        <translation>Berührungspunkt</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
    <message>
        <source>Where the customer meets us</source>
        <translation>Wo die Kundschaft uns begegnet</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Not observed</source>
        <translation>Nicht beobachtet</translation>
    </message>
    <message>
        <source>Shown by the event</source>
        <translation>Belegt durch das Ereignis</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Die Kundin oder der Kunde</translation>
    </message>
    <message>
        <source>Customer goal</source>
        <translation>Ziel der Kundschaft</translation>
    </message>
    <message>
        <source>Expectation</source>
        <translation>Erwartung</translation>
    </message>
    <message>
        <source>Friction, one a line</source>
        <translation>Reibung, eine je Zeile</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>Was es kostet</translation>
    </message>
    <message>
        <source>Human effort</source>
        <translation>Menschlicher Aufwand</translation>
    </message>
    <message>
        <source>Cost of delay</source>
        <translation>Kosten der Verzögerung</translation>
    </message>
    <message>
        <source>Depends on, one a line</source>
        <translation>Hängt ab von, eines je Zeile</translation>
    </message>
    <message>
        <source>Data, one a line</source>
        <translation>Daten, eines je Zeile</translation>
    </message>
    <message>
        <source>KPIs, one a line</source>
        <translation>KPIs, einer je Zeile</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Emotion, planned (−2 to +2)</source>
        <translation>Emotion, geplant (−2 bis +2)</translation>
    </message>
    <message>
        <source>At %1 %</source>
        <translation>Bei %1 %</translation>
    </message>
    <message>
        <source>A number from −2 to +2</source>
        <translation>Eine Zahl von −2 bis +2</translation>
    </message>
    <message>
        <source>If it fails</source>
        <translation>Wenn es scheitert</translation>
    </message>
    <message>
        <source>No fallback</source>
        <translation>Kein Ausweg</translation>
    </message>
    <message>
        <source>Handoffs</source>
        <translation>Übergaben</translation>
    </message>
    <message>
        <source>%1 when %2</source>
        <translation>%1, wenn %2</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>A number and a unit: 30 min, 4 h, 2 d</source>
        <translation>Eine Zahl und eine Einheit: 30 min, 4 h, 2 d</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Change the type</source>
        <translation>Die Art ändern</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Only when (FEEL)</source>
        <translation>Nur wenn (FEEL)</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>Autonomy</source>
        <translation>Autonomie</translation>
    </message>
    <message>
        <source>Without an agent nothing is decided here.</source>
        <translation>Ohne Agenten wird hier nichts entschieden.</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Baseline starts at</source>
        <translation>Die Baseline beginnt bei</translation>
    </message>
    <message>
        <source>Runs when %1</source>
        <translation>Läuft, wenn %1</translation>
    </message>
    <message>
        <source>May choose: %1</source>
        <translation>Darf wählen: %1</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Trait</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Value (FEEL)</source>
        <translation>Wert (FEEL)</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>Führt zu</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Place it automatically</source>
        <translation>Von selbst platzieren</translation>
    </message>
    <message>
        <source>Place automatically</source>
        <translation>Von selbst platzieren</translation>
    </message>
</context>
<context>
    <name>IntervalChart</name>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Bei</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Untergrenze</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Obergrenze</translation>
    </message>
</context>
<context>
    <name>IntervalRows</name>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Untergrenze</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Obergrenze</translation>
    </message>
</context>
<context>
    <name>JourneyDock</name>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>Dead ends, missing owners and broken conditions appear here.</source>
        <translation>Sackgassen, fehlende Verantwortliche und kaputte Bedingungen erscheinen hier.</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Geschichten</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation>Ganze Karte</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>The whole journey</source>
        <translation>Die ganze Journey</translation>
    </message>
    <message>
        <source>Passes: %1</source>
        <translation>Besteht: %1</translation>
    </message>
    <message>
        <source>Fails: %1</source>
        <translation>Scheitert: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Stories run …</source>
        <translation>Geschichten laufen …</translation>
    </message>
    <message>
        <source>Stories %1 of %2 pass</source>
        <translation>%1 von %2 Geschichten bestehen</translation>
    </message>
    <message>
        <source>Stories not run</source>
        <translation>Geschichten nicht ausgeführt</translation>
    </message>
    <message>
        <source>No stories</source>
        <translation>Keine Geschichten</translation>
    </message>
    <message>
        <source>Stories %1 of %2 passed, changed since</source>
        <translation>%1 von %2 Geschichten bestanden, seither geändert</translation>
    </message>
    <message>
        <source>Open this again to run them on the map as it is now.</source>
        <translation>Öffnen Sie dies erneut, um sie auf der Karte, wie sie jetzt ist, auszuführen.</translation>
    </message>
</context>
<context>
    <name>JourneyPresenter</name>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>A step needs a name. It keeps the one it had.</source>
        <translation>Ein Schritt braucht einen Namen. Er behält den bisherigen.</translation>
    </message>
    <message>
        <source>A touchpoint needs a name. It keeps the one it had.</source>
        <translation>Ein Berührungspunkt braucht einen Namen. Er behält den bisherigen.</translation>
    </message>
</context>
<context>
    <name>JourneyProblems</name>
    <message>
        <source>%1 leads nowhere</source>
        <translation>%1 führt nirgendwohin</translation>
    </message>
    <message>
        <source>Nothing leads to %1</source>
        <translation>Nichts führt zu %1</translation>
    </message>
    <message>
        <source>No way out of the loop at %1</source>
        <translation>Kein Weg aus der Schleife bei %1</translation>
    </message>
    <message>
        <source>The loop at %1 takes no time</source>
        <translation>Die Schleife bei %1 braucht keine Zeit</translation>
    </message>
    <message>
        <source>%1 has no way for the rest</source>
        <translation>%1 hat keinen Weg für den Rest</translation>
    </message>
    <message>
        <source>%1 has no baseline to compare with</source>
        <translation>%1 hat keine Baseline zum Vergleich</translation>
    </message>
    <message>
        <source>Nobody owns the handoff: %1</source>
        <translation>Niemand verantwortet die Übergabe: %1</translation>
    </message>
    <message>
        <source>%1: no fallback</source>
        <translation>%1: kein Ausweg</translation>
    </message>
    <message>
        <source>A condition is never true: %1</source>
        <translation>Eine Bedingung ist nie wahr: %1</translation>
    </message>
    <message>
        <source>No stage has a measure of success</source>
        <translation>Keine Phase hat ein Maß des Erfolgs</translation>
    </message>
    <message>
        <source>Only attention is measured: %1</source>
        <translation>Nur Aufmerksamkeit wird gemessen: %1</translation>
    </message>
    <message>
        <source>The journey has no objective</source>
        <translation>Die Journey hat keinen Zweck</translation>
    </message>
    <message>
        <source>No learning goal: agents act but cannot tell which step works</source>
        <translation>Kein Lernziel: Agenten handeln, aber können nicht erkennen, welcher Schritt wirkt</translation>
    </message>
    <message>
        <source>More than seven stages</source>
        <translation>Mehr als sieben Phasen</translation>
    </message>
    <message>
        <source>Nothing answers this change of stage: %1</source>
        <translation>Nichts antwortet auf diesen Phasenwechsel: %1</translation>
    </message>
    <message>
        <source>Escalation is not defined: %1</source>
        <translation>Die Eskalation ist nicht festgelegt: %1</translation>
    </message>
</context>
<context>
    <name>JourneyWords</name>
    <message>
        <source>No agent</source>
        <translation>Kein Agent</translation>
    </message>
    <message numerus="yes">
        <source>%n option(s)</source>
        <translation>
            <numerusform>%n Möglichkeit</numerusform>
            <numerusform>%n Möglichkeiten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, goal in %2</source>
        <translation>%1, Ziel in %2</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Abwarten</translation>
    </message>
    <message>
        <source>Wait for an event</source>
        <translation>Auf ein Ereignis warten</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Verzweigung</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Agent decision</source>
        <translation>Entscheidung des Agenten</translation>
    </message>
    <message>
        <source>Handoff</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Update a trait</source>
        <translation>Ein Merkmal setzen</translation>
    </message>
    <message>
        <source>Other journey</source>
        <translation>Andere Journey</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Evidence: full</source>
        <translation>Belege: vollständig</translation>
    </message>
    <message>
        <source>Evidence: partly</source>
        <translation>Belege: teilweise</translation>
    </message>
    <message>
        <source>Evidence: none</source>
        <translation>Belege: keine</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait %1</source>
        <translation>%1 warten</translation>
    </message>
    <message>
        <source>No length yet</source>
        <translation>Noch keine Dauer</translation>
    </message>
    <message>
        <source>%1, or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>No action yet</source>
        <translation>Noch keine Aktion</translation>
    </message>
    <message>
        <source>Handoff, nobody owns it</source>
        <translation>Übergabe, niemand verantwortet sie</translation>
    </message>
    <message>
        <source>Handoff to %1</source>
        <translation>Übergabe an %1</translation>
    </message>
    <message>
        <source>Sets %1</source>
        <translation>Setzt %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Zu %1</translation>
    </message>
    <message>
        <source>Exit, %1</source>
        <translation>Ausgang, %1</translation>
    </message>
    <message>
        <source>goal reached</source>
        <translation>Ziel erreicht</translation>
    </message>
    <message>
        <source>time is up</source>
        <translation>Zeit ist um</translation>
    </message>
    <message>
        <source>happened</source>
        <translation>geschah</translation>
    </message>
    <message>
        <source>not in time</source>
        <translation>nicht rechtzeitig</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Proposes only: a person decides each time.</source>
        <translation>Schlägt nur vor: Jedes Mal entscheidet ein Mensch.</translation>
    </message>
    <message>
        <source>Acts within guardrails; %1 % are reviewed afterwards.</source>
        <translation>Handelt innerhalb der Leitplanken; %1 % werden danach geprüft.</translation>
    </message>
    <message>
        <source>Acts alone within guardrails; %1 % are reviewed afterwards.</source>
        <translation>Handelt allein innerhalb der Leitplanken; %1 % werden danach geprüft.</translation>
    </message>
</context>
<context>
    <name>JourneysScreen</name>
    <message>
        <source>Journeys</source>
        <translation>Journeys</translation>
    </message>
    <message>
        <source>Append a step</source>
        <translation>Einen Schritt anhängen</translation>
    </message>
    <message>
        <source>New step</source>
        <translation>Neuer Schritt</translation>
    </message>
    <message>
        <source>Connect with a step</source>
        <translation>Mit einem Schritt verbinden</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Lay out automatically</source>
        <translation>Von selbst anordnen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Save the map</source>
        <translation>Die Karte speichern</translation>
    </message>
    <message>
        <source>Lanes or flow</source>
        <translation>Bahnen oder Fluss</translation>
    </message>
    <message>
        <source>Run the stories</source>
        <translation>Die Geschichten ausführen</translation>
    </message>
    <message>
        <source>List the problems</source>
        <translation>Die Probleme auflisten</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>Auf 100 % zoomen</translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation>Ganze Karte</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>Voriger Schritt</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move left by 10</source>
        <translation>Um 10 nach links</translation>
    </message>
    <message>
        <source>Move right by 10</source>
        <translation>Um 10 nach rechts</translation>
    </message>
    <message>
        <source>Move up by 10</source>
        <translation>Um 10 nach oben</translation>
    </message>
    <message>
        <source>Move down by 10</source>
        <translation>Um 10 nach unten</translation>
    </message>
    <message>
        <source>Add a touchpoint</source>
        <translation>Einen Berührungspunkt hinzufügen</translation>
    </message>
    <message>
        <source>Touchpoint</source>
        <translation>Berührungspunkt</translation>
    </message>
    <message>
        <source>Select a step that leads on first.</source>
        <translation>Wählen Sie zuerst einen Schritt aus, der weiterführt.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>%1 was changed by another program since the workspace was opened; this is the map as it is now.</source>
        <translation>%1 wurde von einem anderen Programm geändert, seit der Arbeitsbereich geöffnet wurde; so ist die Karte jetzt.</translation>
    </message>
    <message>
        <source>There is no folder to save in.</source>
        <translation>Es gibt keinen Ordner, in dem gespeichert werden könnte.</translation>
    </message>
    <message>
        <source>Not saved. %1 Your changes are still here.</source>
        <translation>Nicht gespeichert. %1 Ihre Änderungen sind noch hier.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>No journey map</source>
        <translation>Keine Journey-Karte</translation>
    </message>
    <message>
        <source>Maps of what customers go through are drawn here, with the decisions of the agents.</source>
        <translation>Hier werden Karten dessen gezeichnet, was Kundinnen und Kunden erleben, samt den Entscheidungen der Agenten.</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Einen Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Bahnen</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>These two steps cannot be connected that way.</source>
        <translation>Diese zwei Schritte können so nicht verbunden werden.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Click the step it leads to, or choose it with the arrow keys and press Enter. Esc leaves it as it was.</source>
        <translation>Klicken Sie auf den Schritt, zu dem es führt, oder wählen Sie ihn mit den Pfeiltasten und drücken Sie die Eingabetaste. Esc lässt alles, wie es war.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>As-is</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>To-be</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>%1 (not saved)</source>
        <translation>%1 (nicht gespeichert)</translation>
    </message>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation>Rückgängig: %1 (Strg+Z)</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Redo: %1 (Ctrl+Shift+Z)</source>
        <translation>Wiederholen: %1 (Strg+Umschalt+Z)</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nichts zu wiederholen</translation>
    </message>
    <message>
        <source>Everything is saved.</source>
        <translation>Alles ist gespeichert.</translation>
    </message>
    <message>
        <source>Journey “%1”</source>
        <translation>Journey „%1“</translation>
    </message>
</context>
<context>
    <name>KeyBox</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Write key</source>
        <translation>Schreibschlüssel</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Ich habe ihn verwahrt</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Write key of the source “%1”. It is shown only now: copy it to where events come from.</source>
        <translation>Schreibschlüssel der Quelle „%1“. Er wird nur jetzt gezeigt: Kopieren Sie ihn dorthin, woher die Ereignisse kommen.</translation>
    </message>
</context>
<context>
    <name>LaneRows</name>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>%1: no fallback</source>
        <translation>%1: kein Ausweg</translation>
    </message>
    <message>
        <source>None written</source>
        <translation>Keine geschrieben</translation>
    </message>
    <message>
        <source>%1: nobody owns it</source>
        <translation>%1: niemand verantwortet sie</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 when %2</source>
        <translation>%1, wenn %2</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Customer goal</source>
        <translation>Kundenziel</translation>
    </message>
    <message>
        <source>Expectation</source>
        <translation>Erwartung</translation>
    </message>
    <message>
        <source>Touchpoints</source>
        <translation>Berührungspunkte</translation>
    </message>
    <message>
        <source>Emotion</source>
        <translation>Emotion</translation>
    </message>
    <message>
        <source>Friction</source>
        <translation>Reibung</translation>
    </message>
    <message>
        <source>If it fails</source>
        <translation>Wenn es scheitert</translation>
    </message>
    <message>
        <source>Handoff</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>Agent actions</source>
        <translation>Aktionen des Agenten</translation>
    </message>
    <message>
        <source>Other steps</source>
        <translation>Andere Schritte</translation>
    </message>
    <message>
        <source>Human effort</source>
        <translation>Menschlicher Aufwand</translation>
    </message>
    <message>
        <source>Cost of delay</source>
        <translation>Kosten der Verzögerung</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>Hängt ab von</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>KPI</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>Nicht geschrieben</translation>
    </message>
    <message>
        <source>None reported</source>
        <translation>Keine gemeldet</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Stage has no owner</source>
        <translation>Die Phase hat niemanden, der sie verantwortet</translation>
    </message>
</context>
<context>
    <name>LanesView</name>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n Phase</numerusform>
            <numerusform>%n Phasen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touchpoint(s)</source>
        <translation>
            <numerusform>%n Berührungspunkt</numerusform>
            <numerusform>%n Berührungspunkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Map in lanes; the outline below lists the same</source>
        <translation>Karte in Bahnen; die Gliederung darunter nennt dasselbe</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 von %3)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source> h</source>
        <translation> h</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>n %1 with it, %2 with something else</source>
        <translation>n %1 damit, %2 mit etwas anderem</translation>
    </message>
    <message>
        <source>no overlap</source>
        <translation>keine Überlappung</translation>
    </message>
    <message>
        <source>n %1</source>
        <translation>n %1</translation>
    </message>
    <message>
        <source>There was hardly ever a choice here, so nothing can be compared.</source>
        <translation>Hier gab es kaum je eine Wahl; nichts lässt sich vergleichen.</translation>
    </message>
    <message>
        <source>Too few to say: at least 10 moments a side are needed.</source>
        <translation>Zu wenige: Mindestens 10 Momente je Seite sind nötig.</translation>
    </message>
    <message>
        <source>%1 to %2, n %3</source>
        <translation>%1 bis %2, n %3</translation>
    </message>
    <message>
        <source>%1 points, 95 %: %2 to %3</source>
        <translation>%1 Punkte, 95 %: %2 bis %3</translation>
    </message>
    <message>
        <source>Goal reached: %1 with it, %2 with something else; before shrinkage %3 points</source>
        <translation>Ziel erreicht: %1 damit, %2 mit etwas anderem; vor dem Zusammenziehen %3 Punkte</translation>
    </message>
    <message>
        <source>Not known yet: %1. Left out for want of a choice: %2.</source>
        <translation>Noch nicht bekannt: %1. Mangels Wahl ausgelassen: %2.</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1, dann %2</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Content block</source>
        <translation>Inhaltsblock</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Made for stage</source>
        <translation>Für Phase gemacht</translation>
    </message>
    <message>
        <source>Need it answers</source>
        <translation>Bedürfnis, dem es dient</translation>
    </message>
    <message>
        <source>Intent it fits</source>
        <translation>Absicht, zu der es passt</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Tageszeit</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>By stage</source>
        <translation>Nach Phase</translation>
    </message>
    <message>
        <source>By intent</source>
        <translation>Nach Absicht</translation>
    </message>
    <message>
        <source>By journey</source>
        <translation>Nach Journey</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>Nothing was sent by choice in this run. Effects need moments at which the core could choose between several things.</source>
        <translation>In diesem Lauf wurde nichts nach Wahl gesendet. Wirkungen brauchen Momente, in denen der Kern zwischen mehrerem wählen konnte.</translation>
    </message>
    <message>
        <source>No reward is known yet: the goal&apos;s window has not closed for anything that was sent. Unknown is no failure.</source>
        <translation>Noch ist kein Erfolg bekannt: Für nichts Gesendetes ist die Frist des Ziels abgelaufen. Unbekannt ist kein Misserfolg.</translation>
    </message>
    <message>
        <source>Nothing that was sent has such a tag. Tag content blocks in content.yaml.</source>
        <translation>Nichts Gesendetes hat ein solches Merkmal. Versehen Sie Inhaltsblöcke in content.yaml mit Merkmalen.</translation>
    </message>
    <message>
        <source>Points of “%1” against whatever else could have been sent at the same moments, weighted by the exact probability of each choice, with 95 % intervals. %2 moments, %3 with a known reward, %4 of them chosen at random.</source>
        <translation>Punkte von „%1“ gegen alles andere, was in denselben Momenten hätte gesendet werden können, gewichtet mit der genauen Wahrscheinlichkeit jeder Wahl, mit 95-%-Intervallen. %2 Momente, %3 mit bekanntem Erfolg, davon %4 zufällig gewählt.</translation>
    </message>
    <message>
        <source>No outcome is known yet: the goal&apos;s window has not closed for any choice.</source>
        <translation>Noch ist kein Ergebnis bekannt: Für keine Wahl ist die Frist des Ziels abgelaufen.</translation>
    </message>
    <message>
        <source>The model is still warming up, so nothing is tested.</source>
        <translation>Das Modell läuft noch warm; geprüft wird noch nichts.</translation>
    </message>
    <message>
        <source>Drift: since %1 more customers reach the goal than the model predicts.</source>
        <translation>Drift: seit %1 erreichen mehr Kunden das Ziel, als das Modell vorhersagt.</translation>
    </message>
    <message>
        <source>Drift: since %1 fewer customers reach the goal than the model predicts.</source>
        <translation>Drift: seit %1 erreichen weniger Kunden das Ziel, als das Modell vorhersagt.</translation>
    </message>
    <message>
        <source>No drift: what the model predicts is what comes.</source>
        <translation>Keine Drift: Was das Modell vorhersagt, tritt ein.</translation>
    </message>
    <message>
        <source>Predicted %1, came %2, over %3 tested outcomes of %4. Evidence for drift: %5 of what an alarm needs. While predictions are right to within 2 points, at most 1 model in 100 ever raises a false alarm.</source>
        <translation>%1 vorhergesagt, %2 eingetreten, über %3 geprüfte Ergebnisse von %4. Anzeichen für Drift: %5 dessen, was ein Alarm braucht. Solange Vorhersagen auf 2 Punkte stimmen, schlägt höchstens 1 Modell von 100 je falschen Alarm.</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>came</source>
        <translation>eingetreten</translation>
    </message>
    <message>
        <source>drift noticed</source>
        <translation>Drift bemerkt</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Bemerkt</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich änderte</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Eingetreten</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>More comes than predicted</source>
        <translation>Mehr tritt ein als vorhergesagt</translation>
    </message>
    <message>
        <source>Less comes than predicted</source>
        <translation>Weniger tritt ein als vorhergesagt</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Moved on</source>
        <translation>Weitergegangen</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>%1: %2 moved on, %3 expected</source>
        <translation>%1: %2 weitergegangen, %3 erwartet</translation>
    </message>
    <message>
        <source>Nobody was in this stage long enough</source>
        <translation>Niemand war lange genug in dieser Phase</translation>
    </message>
    <message>
        <source>Converts as expected</source>
        <translation>Geht weiter wie erwartet</translation>
    </message>
    <message>
        <source>Its weights fit what is seen</source>
        <translation>Ihre Gewichte passen zu dem, was zu sehen ist</translation>
    </message>
    <message>
        <source>Too few of its signals tell anything</source>
        <translation>Zu wenige ihrer Signale sagen etwas</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 auf %3</translation>
    </message>
    <message>
        <source>Of the moments with “%1” %2 moved on, of the others %3; its weight says more or less than that.</source>
        <translation>Von den Momenten mit „%1“ gingen %2 weiter, von den anderen %3; sein Gewicht sagt mehr oder weniger als das.</translation>
    </message>
    <message>
        <source>On the customers held out the score would put one who moves on above one who does not in %1 of pairs, was %2 (difference %3 to %4 points). Of those then in the stage %5 would move on, was %6.</source>
        <translation>Bei den zurückgehaltenen Kunden stellte der Wert jemanden, der weitergeht, in %1 der Paare über jemanden, der es nicht tut; zuvor in %2 (Unterschied %3 bis %4 Punkte). Von denen, die dann in der Phase wären, gingen %5 weiter, zuvor %6.</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Moved on with it</source>
        <translation>Weitergegangen mit ihm</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>Ohne es</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Would fit</source>
        <translation>Würde passen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Loss after it</source>
        <translation>Verlust danach</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>Sonst</translation>
    </message>
    <message>
        <source>Times as often</source>
        <translation>Mal so häufig</translation>
    </message>
    <message>
        <source>Difference, 95 %</source>
        <translation>Unterschied, 95 %</translation>
    </message>
    <message>
        <source>%1 to %2 points</source>
        <translation>%1 bis %2 Punkte</translation>
    </message>
    <message>
        <source>%1 of %2 labelled</source>
        <translation>%1 von %2 beschriftet</translation>
    </message>
    <message>
        <source>, %1 taken back</source>
        <translation>, %1 zurückgenommen</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Moment</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>The core read</source>
        <translation>Der Kern las</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>above the goal of 80 %</source>
        <translation>über dem Ziel von 80 %</translation>
    </message>
    <message>
        <source>below the goal of 80 %</source>
        <translation>unter dem Ziel von 80 %</translation>
    </message>
    <message>
        <source>not certain against the goal of 80 %</source>
        <translation>nicht sicher gegen das Ziel von 80 %</translation>
    </message>
    <message>
        <source>The core read %1 of %2 as people do: %3, 95 % %4, %5.</source>
        <translation>Der Kern las %1 von %2 wie Menschen: %3, 95 % %4, %5.</translation>
    </message>
    <message>
        <source>Person ↓  core →</source>
        <translation>Person ↓  Kern →</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>No drift now. From %1 to %2 more customers reached the goal than the model predicted.</source>
        <translation>Jetzt keine Drift. Von %1 bis %2 erreichten mehr Kunden das Ziel, als das Modell vorhersagte.</translation>
    </message>
    <message>
        <source>No drift now. From %1 to %2 fewer customers reached the goal than the model predicted.</source>
        <translation>Jetzt keine Drift. Von %1 bis %2 erreichten weniger Kunden das Ziel, als das Modell vorhersagte.</translation>
    </message>
</context>
<context>
    <name>Live</name>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>in time and as planned</source>
        <translation>rechtzeitig und wie geplant</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>more than 10 minutes behind; kept, told as late</source>
        <translation>mehr als 10 Minuten zurück; behalten und als verspätet gemeldet</translation>
    </message>
    <message>
        <source>Unplanned</source>
        <translation>Ungeplant</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>the same message again; left out</source>
        <translation>dieselbe Nachricht noch einmal; ausgelassen</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>In Quarantäne</translation>
    </message>
    <message>
        <source>somebody unknown</source>
        <translation>jemand Unbekanntes</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Wartet auf den Versand</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>Failed, surely not done</source>
        <translation>Fehlgeschlagen, sicher nicht geschehen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>recorded only</source>
        <translation>nur aufgezeichnet</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>receiver not reached</source>
        <translation>Empfänger nicht erreicht</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>receiver&apos;s certificate not trusted</source>
        <translation>dem Zertifikat des Empfängers wird nicht vertraut</translation>
    </message>
    <message>
        <source>receiver answered %1</source>
        <translation>der Empfänger antwortete %1</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandkasten</translation>
    </message>
    <message>
        <source>Web receiver</source>
        <translation>Web-Empfänger</translation>
    </message>
    <message>
        <source>Records, sends nothing</source>
        <translation>Zeichnet auf, sendet nichts</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>set connector-url in workspace.yaml</source>
        <translation>connector-url in workspace.yaml setzen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Agent %1</source>
        <translation>Agent %1</translation>
    </message>
    <message>
        <source>Action %1</source>
        <translation>Aktion %1</translation>
    </message>
    <message>
        <source>May act</source>
        <translation>Darf handeln</translation>
    </message>
    <message>
        <source>Stopped by %1</source>
        <translation>Angehalten von %1</translation>
    </message>
    <message>
        <source>%1: stopped by %2</source>
        <translation>%1: angehalten von %2</translation>
    </message>
    <message>
        <source>%1 lines: %2 events, %3 refused. Run %4.</source>
        <translation>%1 Zeilen: %2 Ereignisse, %3 abgewiesen. Lauf %4.</translation>
    </message>
    <message>
        <source>Stopped too</source>
        <translation>Auch angehalten</translation>
    </message>
    <message>
        <source>What was not sent is kept. Select what shall act again and press Start again.</source>
        <translation>Was nicht gesendet wurde, bleibt erhalten. Wählen Sie, was wieder handeln soll, und drücken Sie „Wieder starten“.</translation>
    </message>
    <message>
        <source>What is decided goes to the receivers of workspace.yaml.</source>
        <translation>Was entschieden wird, geht an die Empfänger aus workspace.yaml.</translation>
    </message>
    <message>
        <source>No receiver is set up: nothing leaves this computer.</source>
        <translation>Kein Empfänger ist eingerichtet: Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Start, and your site or app can send events to this computer; each is decided on within a second.</source>
        <translation>Nach dem Start kann Ihre Website oder App Ereignisse an diesen Rechner senden; über jedes wird binnen einer Sekunde entschieden.</translation>
    </message>
    <message>
        <source>Run %1 was cut off at %2. Nothing that was confirmed is lost: starting goes on with it.</source>
        <translation>Lauf %1 wurde bei %2 abgeschnitten. Nichts Bestätigtes ist verloren: Der Start macht mit ihm weiter.</translation>
    </message>
    <message>
        <source>Run %1 stands still at %2. Starting goes on with it.</source>
        <translation>Lauf %1 steht still bei %2. Der Start macht mit ihm weiter.</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>Waiting for a person</source>
        <translation>Warten auf einen Menschen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Events since</source>
        <translation>Ereignisse seit</translation>
    </message>
    <message>
        <source>Refused requests</source>
        <translation>Abgewiesene Anfragen</translation>
    </message>
    <message>
        <source>Decisions of the run</source>
        <translation>Entscheidungen des Laufs</translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>%1 without a known write key</source>
        <translation>%1 ohne bekannten Schreibschlüssel</translation>
    </message>
    <message>
        <source>%1 to an unknown path</source>
        <translation>%1 an einen unbekannten Pfad</translation>
    </message>
    <message>
        <source>%1 too slow</source>
        <translation>%1 zu langsam</translation>
    </message>
    <message>
        <source>%1 too large</source>
        <translation>%1 zu groß</translation>
    </message>
    <message>
        <source>%1 while too busy (senders try again)</source>
        <translation>%1 bei zu viel Andrang (Sender versuchen es wieder)</translation>
    </message>
    <message>
        <source>No workspace is open</source>
        <translation>Kein Arbeitsbereich ist offen</translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation>Öffnen Sie zuerst einen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>No events are taken</source>
        <translation>Es werden keine Ereignisse angenommen</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>Documents are read and the stored run is taken up.</source>
        <translation>Dokumente werden gelesen, und der gespeicherte Lauf wird aufgenommen.</translation>
    </message>
    <message>
        <source>Events are taken</source>
        <translation>Ereignisse werden angenommen</translation>
    </message>
    <message>
        <source>Coming to a stand…</source>
        <translation>Kommt zum Stillstand …</translation>
    </message>
    <message>
        <source>Run %1 goes on, since %2.</source>
        <translation>Lauf %1 geht weiter, seit %2.</translation>
    </message>
    <message>
        <source>Run %1 has begun, since %2.</source>
        <translation>Lauf %1 hat begonnen, seit %2.</translation>
    </message>
    <message>
        <source>Another program takes events</source>
        <translation>Ein anderes Programm nimmt Ereignisse an</translation>
    </message>
    <message>
        <source>Run %1 is at work there, for example in “wayreevectl serve”. Only one can be; end it there to start here. Approvals given here reach it.</source>
        <translation>Dort ist Lauf %1 am Werk, etwa in „wayreevectl serve“. Es kann nur einer sein; beenden Sie ihn dort, um hier zu starten. Freigaben von hier erreichen ihn.</translation>
    </message>
    <message>
        <source>The documents changed since run %1, so it cannot go on. Bring the old ones back, or begin a new run: it remembers none of the customers.</source>
        <translation>Die Dokumente haben sich seit Lauf %1 geändert, deshalb kann er nicht weitergehen. Holen Sie die alten zurück, oder beginnen Sie einen neuen Lauf: Er kennt keinen der Kunden.</translation>
    </message>
    <message>
        <source>Run %1 already stands at %2 and no clock goes back. Choose a later time, or begin a new run.</source>
        <translation>Lauf %1 steht schon bei %2, und keine Uhr geht zurück. Wählen Sie eine spätere Zeit, oder beginnen Sie einen neuen Lauf.</translation>
    </message>
    <message>
        <source>%1 with answer %2</source>
        <translation>%1 mit Antwort %2</translation>
    </message>
    <message>
        <source>Refused: %1.</source>
        <translation>Abgewiesen: %1.</translation>
    </message>
    <message>
        <source>May send</source>
        <translation>Darf senden</translation>
    </message>
    <message>
        <source>WRITE-KEY</source>
        <translation>SCHREIBSCHLÜSSEL</translation>
    </message>
    <message>
        <source>The reason was not kept.</source>
        <translation>Der Grund wurde nicht aufgehoben.</translation>
    </message>
    <message>
        <source>no event</source>
        <translation>kein Ereignis</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>noch einmal gesendet</translation>
    </message>
    <message>
        <source>not in the tracking plan; read like the rest</source>
        <translation>nicht im Tracking-Plan; wie die übrigen gelesen</translation>
    </message>
    <message>
        <source>Late and unplanned</source>
        <translation>Verspätet und ungeplant</translation>
    </message>
    <message>
        <source>both; read like the rest</source>
        <translation>beides; wie die übrigen gelesen</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Zendesk, tickets</source>
        <translation>Zendesk, Tickets</translation>
    </message>
    <message>
        <source>Zendesk, escalation</source>
        <translation>Zendesk, Eskalation</translation>
    </message>
    <message>
        <source>Meta audience</source>
        <translation>Meta-Zielgruppe</translation>
    </message>
    <message>
        <source>add it to connectors in workspace.yaml</source>
        <translation>in workspace.yaml unter connectors eintragen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Software and bursts</source>
        <translation>Software und Schwälle</translation>
    </message>
    <message>
        <source>The stored run is taken up, and what came after its last checkpoint is compared: %1 decisions so far.</source>
        <translation>Der gespeicherte Lauf wird aufgenommen und verglichen, was nach seinem letzten Prüfpunkt kam: bisher %1 Entscheidungen.</translation>
    </message>
    <message>
        <source>Unclear: for a person</source>
        <translation>Unklar: für einen Menschen</translation>
    </message>
    <message>
        <source>cut off: may have been done</source>
        <translation>abgebrochen: womöglich ausgeführt</translation>
    </message>
    <message>
        <source>consent was withdrawn</source>
        <translation>Einwilligung wurde widerrufen</translation>
    </message>
    <message>
        <source>customer is suppressed</source>
        <translation>Kunde ist gesperrt</translation>
    </message>
    <message>
        <source>waits for the end of quiet hours</source>
        <translation>wartet auf das Ende der Ruhezeit</translation>
    </message>
    <message>
        <source>consent cannot be told</source>
        <translation>Einwilligung nicht feststellbar</translation>
    </message>
    <message>
        <source>what it follows failed</source>
        <translation>Vorangehendes ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>breaks the tracking plan; held back</source>
        <translation>verletzt den Tracking-Plan; zurückgehalten</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>cannot be read as an event; held back</source>
        <translation>kann nicht als Ereignis gelesen werden; zurückgehalten</translation>
    </message>
    <message>
        <source>Future-dated</source>
        <translation>Vordatiert</translation>
    </message>
    <message>
        <source>more than 5 minutes ahead of our clock; held back</source>
        <translation>über 5 Minuten vor unserer Uhr; zurückgehalten</translation>
    </message>
    <message>
        <source>It could not be read as an event; what came was not kept.</source>
        <translation>Es konnte nicht als Ereignis gelesen werden; was kam, wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>It lay in the future; what came was not kept.</source>
        <translation>Es lag in der Zukunft; was kam, wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Sent again %1: %2.</source>
        <translation>Noch einmal gesendet %1: %2.</translation>
    </message>
    <message>
        <source>Sent again %1 by %2: %3.</source>
        <translation>Noch einmal gesendet %1 von %2: %3.</translation>
    </message>
    <message>
        <source>sent again, held back again</source>
        <translation>noch einmal gesendet, wieder zurückgehalten</translation>
    </message>
</context>
<context>
    <name>LiveScreen</name>
    <message>
        <source>Fate</source>
        <translation>Verbleib</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>Konnektoren</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kundin oder Kunde</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>What came in</source>
        <translation>Was hereinkam</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>Neuestes zuerst</translation>
    </message>
    <message>
        <source>What may act</source>
        <translation>Was handeln darf</translation>
    </message>
    <message>
        <source>Agent or action</source>
        <translation>Agent oder Aktion</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Wieder starten</translation>
    </message>
    <message>
        <source>Import events</source>
        <translation>Ereignisse einlesen</translation>
    </message>
    <message>
        <source>JSONL, Segment&apos;s shape</source>
        <translation>JSONL in der Form von Segment</translation>
    </message>
    <message>
        <source>Path of a .jsonl file</source>
        <translation>Pfad einer .jsonl-Datei</translation>
    </message>
    <message>
        <source>File of events</source>
        <translation>Datei mit Ereignissen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Every import is a run of its own.</source>
        <translation>Jedes Einlesen ist ein eigener Lauf.</translation>
    </message>
    <message>
        <source>Refused lines</source>
        <translation>Abgewiesene Zeilen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>Warum sie abgewiesen wurde</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>empty: nothing was decided yet</source>
        <translation>leer: Noch wurde nichts entschieden</translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation>Öffnen Sie zuerst einen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Nothing is stopped. Select what shall stand still.</source>
        <translation>Nichts ist angehalten. Wählen Sie aus, was stillstehen soll.</translation>
    </message>
    <message>
        <source>Events (*.jsonl *.json);;All files (*)</source>
        <translation>Ereignisse (*.jsonl *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Name a file first.</source>
        <translation>Nennen Sie zuerst eine Datei.</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Wird eingelesen …</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>counted over the run’s whole outbox</source>
        <translation>über den ganzen Postausgang des Laufs gezählt</translation>
    </message>
    <message>
        <source>the newest %1 of %2</source>
        <translation>die neuesten %1 von %2</translation>
    </message>
    <message>
        <source>Events of the run</source>
        <translation>Ereignisse des Laufs</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>What is shown of Live</source>
        <translation>Was von Live gezeigt wird</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>Quarantäne</translation>
    </message>
    <message>
        <source>Start taking events</source>
        <translation>Ereignisse annehmen</translation>
    </message>
    <message>
        <source>Stop taking events</source>
        <translation>Keine Ereignisse mehr annehmen</translation>
    </message>
    <message>
        <source>Quarantine %1</source>
        <translation>Quarantäne %1</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>run %1: nothing yet</source>
        <translation>Lauf %1: noch nichts</translation>
    </message>
    <message>
        <source>events of run %1</source>
        <translation>Ereignisse von Lauf %1</translation>
    </message>
    <message>
        <source>Open quarantine</source>
        <translation>Quarantäne öffnen</translation>
    </message>
    <message>
        <source>Let the run stand still?</source>
        <translation>Den Lauf stillstehen lassen?</translation>
    </message>
    <message>
        <source>Events are refused and nothing is decided or sent until you start again; the run then goes on where it was. Nothing that was received is lost. Senders that try again reach it then.</source>
        <translation>Ereignisse werden abgewiesen, und nichts wird entschieden oder gesendet, bis Sie wieder starten; der Lauf geht dann dort weiter, wo er war. Nichts Empfangenes ist verloren. Sender, die es wieder versuchen, erreichen ihn dann.</translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation>Stillstehen</translation>
    </message>
    <message>
        <source>Begin a new run?</source>
        <translation>Einen neuen Lauf beginnen?</translation>
    </message>
    <message>
        <source>It remembers nothing of the customers: who they are, what was sent to them and what they answered begins anew, also limits on how often they are written to. The old run stays readable and no longer goes on.</source>
        <translation>Er weiß nichts von den Kunden: Wer sie sind, was ihnen gesendet wurde und was sie geantwortet haben, beginnt neu, auch die Grenzen dafür, wie oft ihnen geschrieben wird. Der alte Lauf bleibt lesbar und geht nicht mehr weiter.</translation>
    </message>
    <message>
        <source>Begin a new run</source>
        <translation>Neuen Lauf beginnen</translation>
    </message>
    <message>
        <source>Stop taking events?</source>
        <translation>Keine Ereignisse mehr annehmen?</translation>
    </message>
    <message>
        <source>A live run is at work in this window and ends with it. It stands still then and goes on at the next start. To take events without a window, use “wayreevectl serve”.</source>
        <translation>In diesem Fenster ist ein Live-Lauf am Werk und endet mit ihm. Er steht dann still und geht beim nächsten Start weiter. Um ohne Fenster Ereignisse anzunehmen, gibt es „wayreevectl serve“.</translation>
    </message>
    <message>
        <source>Stand still and leave</source>
        <translation>Stillstehen und gehen</translation>
    </message>
    <message>
        <source>Send the outbox item again</source>
        <translation>Eintrag des Postausgangs erneut senden</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>Erneut senden …</translation>
    </message>
    <message>
        <source>Choose an item that failed, or of which it is unclear whether it was done, to send it again.</source>
        <translation>Wählen Sie einen Eintrag, der fehlgeschlagen ist oder bei dem unklar ist, ob er ausgeführt wurde, um ihn erneut zu senden.</translation>
    </message>
    <message>
        <source>Nobody knows whether it was done: look at the receiver first. Where the receiver knows no keys (e-mail, chat, escalations), %1 may get it twice.</source>
        <translation>Niemand weiß, ob es ausgeführt wurde: Sehen Sie zuerst beim Empfänger nach. Kennt der Empfänger keine Schlüssel (E-Mail, Chat, Eskalationen), erhält %1 es womöglich doppelt.</translation>
    </message>
    <message>
        <source>It goes out with the same text and the same key, if %1 may still be contacted. Put right first what made the receiver refuse it.</source>
        <translation>Es geht mit demselben Text und demselben Schlüssel hinaus, sofern %1 noch kontaktiert werden darf. Beheben Sie zuerst, weshalb der Empfänger es abgelehnt hat.</translation>
    </message>
    <message>
        <source>Send this item again?</source>
        <translation>Diesen Eintrag erneut senden?</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>It waits to be sent: a live run at work does that by itself, else “wayreevectl dispatch” does.</source>
        <translation>Er wartet auf den Versand: Ein laufender Live-Lauf sendet ihn von selbst, sonst „wayreevectl dispatch“.</translation>
    </message>
</context>
<context>
    <name>LockedBox</name>
    <message>
        <source>%1: after your verdict</source>
        <translation>%1: nach Ihrem Urteil</translation>
    </message>
    <message>
        <source>after your verdict</source>
        <translation>nach Ihrem Urteil</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>no workspace open</source>
        <translation>kein Arbeitsbereich geöffnet</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Betrachtung</translation>
    </message>
    <message>
        <source>Designer</source>
        <translation>Gestaltung</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Policy owner</source>
        <translation>Verantwortung für Richtlinien</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>no run yet</source>
        <translation>noch kein Lauf</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>%L1 decisions</source>
        <translation>%L1 Entscheidungen</translation>
    </message>
    <message>
        <source>nothing is sent</source>
        <translation>nichts wird gesendet</translation>
    </message>
    <message>
        <source>“%1” cannot be copied</source>
        <translation>„%1“ kann nicht kopiert werden</translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>workspace cannot be read: %1</source>
        <translation>Arbeitsbereich kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The workspace cannot be read: %1.</source>
        <translation>Der Arbeitsbereich kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Not opened.</source>
        <translation>Nicht geöffnet.</translation>
    </message>
    <message>
        <source>“%1” is no workspace: it has no file workspace.yaml.</source>
        <translation>„%1“ ist kein Arbeitsbereich: Er enthält keine Datei workspace.yaml.</translation>
    </message>
    <message>
        <source>reading the workspace</source>
        <translation>Arbeitsbereich wird gelesen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Gehe zu %1</translation>
    </message>
    <message>
        <source>Go to the start page</source>
        <translation>Gehe zur Startseite</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>List the shortcuts</source>
        <translation>Tastenkürzel auflisten</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Zwischen hell und dunkel wechseln</translation>
    </message>
    <message>
        <source>Do what the message offers</source>
        <translation>Ausführen, was die Meldung anbietet</translation>
    </message>
    <message>
        <source>Stop all actions</source>
        <translation>Alle Aktionen anhalten</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Let actions run again</source>
        <translation>Aktionen wieder zulassen</translation>
    </message>
    <message>
        <source>All actions are stopped.</source>
        <translation>Alle Aktionen sind angehalten.</translation>
    </message>
    <message>
        <source>Nothing is sent. What was decided is kept and waits.</source>
        <translation>Nichts wird gesendet. Was entschieden wurde, bleibt erhalten und wartet.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Wieder starten</translation>
    </message>
    <message>
        <source>Open workspace…</source>
        <translation>Arbeitsbereich öffnen …</translation>
    </message>
</context>
<context>
    <name>MapPreview</name>
    <message>
        <source>Picture of the demo&apos;s map: %1</source>
        <translation>Bild der Karte aus der Demo: %1</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Supervised</source>
        <translation>Beaufsichtigt</translation>
    </message>
    <message>
        <source>Autonomous</source>
        <translation>Autonom</translation>
    </message>
    <message>
        <source>Assisted</source>
        <translation>Unterstützt</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>In-app</source>
        <translation>In der App</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Kundendienst</translation>
    </message>
    <message>
        <source>Ads</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Abwarten</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
</context>
<context>
    <name>MatrixInspector</name>
    <message>
        <source>The selected cell</source>
        <translation>Die ausgewählte Zelle</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Freedom</source>
        <translation>Freiheit</translation>
    </message>
    <message>
        <source>Change the level</source>
        <translation>Die Stufe ändern</translation>
    </message>
    <message>
        <source>Who agrees, where a person is asked</source>
        <translation>Wer zustimmt, wo ein Mensch gefragt wird</translation>
    </message>
    <message>
        <source>Change who agrees</source>
        <translation>Ändern, wer zustimmt</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>Zeit für die Antwort</translation>
    </message>
    <message>
        <source>Change the time to answer</source>
        <translation>Die Zeit für die Antwort ändern</translation>
    </message>
    <message>
        <source>If nobody answers</source>
        <translation>Wenn niemand antwortet</translation>
    </message>
    <message>
        <source>Change what happens without an answer</source>
        <translation>Ändern, was ohne Antwort geschieht</translation>
    </message>
    <message>
        <source>Looked at afterwards</source>
        <translation>Danach angesehen</translation>
    </message>
    <message>
        <source>Change how much is looked at</source>
        <translation>Ändern, wie viel angesehen wird</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Eine Person</translation>
    </message>
    <message>
        <source>Two different people</source>
        <translation>Zwei verschiedene Personen</translation>
    </message>
    <message>
        <source>Nothing is done</source>
        <translation>Nichts wird getan</translation>
    </message>
    <message>
        <source>The baseline acts</source>
        <translation>Die Baseline handelt</translation>
    </message>
    <message>
        <source>A person takes over</source>
        <translation>Ein Mensch übernimmt</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>No cell selected</source>
        <translation>Keine Zelle ausgewählt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Changed cell</source>
        <translation>Geänderte Zelle</translation>
    </message>
    <message>
        <source>Missing cell</source>
        <translation>Fehlende Zelle</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>%1, %2 risk</source>
        <translation>%1, Risiko %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>The last run</source>
        <translation>Der letzte Lauf</translation>
    </message>
    <message>
        <source>The last run, %1</source>
        <translation>Der letzte Lauf, %1</translation>
    </message>
    <message>
        <source>No run yet: nothing is known of what this cell would have done.</source>
        <translation>Noch kein Lauf: Nichts ist darüber bekannt, was diese Zelle getan hätte.</translation>
    </message>
    <message>
        <source>%1 decisions had these actions at this risk; %2 of them asked a person first.</source>
        <translation>%1 Entscheidungen hatten diese Aktionen bei diesem Risiko; bei %2 davon wurde zuerst ein Mensch gefragt.</translation>
    </message>
    <message>
        <source>Runs do not count by condition.</source>
        <translation>Läufe zählen nicht nach Bedingung.</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>No action of the catalogue has the tag %1.</source>
        <translation>Keine Aktion des Katalogs trägt das Kennzeichen %1.</translation>
    </message>
    <message>
        <source>Every action while %1</source>
        <translation>Jede Aktion, solange %1</translation>
    </message>
    <message>
        <source>Every action has a row of its own.</source>
        <translation>Jede Aktion hat eine eigene Zeile.</translation>
    </message>
    <message>
        <source>Choose its freedom to make the cell, or press 1, 2 or 3.</source>
        <translation>Wählen Sie ihre Freiheit, um die Zelle anzulegen, oder drücken Sie 1, 2 oder 3.</translation>
    </message>
    <message>
        <source>This loosens the rule: fewer people look before something is done.</source>
        <translation>Das lockert die Regel: Weniger Menschen sehen hin, bevor etwas getan wird.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>By exception: %1.</source>
        <translation>Durch Ausnahme: %1.</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>%1, %2 risk: %3</source>
        <translation>%1, Risiko %2: %3</translation>
    </message>
    <message>
        <source>Decisions of the last run that this line was about</source>
        <translation>Entscheidungen des letzten Laufs, um die es in dieser Zeile ging</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Umkehr</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Fälle</translation>
    </message>
</context>
<context>
    <name>MatrixPresenter</name>
    <message>
        <source>Change the level</source>
        <translation>Die Stufe ändern</translation>
    </message>
    <message>
        <source>Change who agrees</source>
        <translation>Ändern, wer zustimmt</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>Default grid, used where an action has no row of its own</source>
        <translation>Standardraster, gilt, wo eine Aktion keine eigene Zeile hat</translation>
    </message>
    <message>
        <source>Any action</source>
        <translation>Jede Aktion</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Several kinds</source>
        <translation>Mehrere Arten</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>No action has this yet</source>
        <translation>Noch keine Aktion hat das</translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>Autonomy matrix</source>
        <translation>Autonomiematrix</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>%n weitere wartet</numerusform>
            <numerusform>%n weitere warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Metrics</name>
    <message>
        <source>Conversion rate</source>
        <translation>Konversionsrate</translation>
    </message>
    <message>
        <source>Customers who reached the first goal, divided by customers of the arm</source>
        <translation>Kunden, die das erste Ziel erreichten, geteilt durch die Kunden des Arms</translation>
    </message>
    <message>
        <source>Revenue a customer</source>
        <translation>Umsatz je Person</translation>
    </message>
    <message>
        <source>Money of the first goal, divided by customers of the arm</source>
        <translation>Geld des ersten Ziels, geteilt durch die Kunden des Arms</translation>
    </message>
    <message>
        <source>Average order value</source>
        <translation>Ø Bestellwert</translation>
    </message>
    <message>
        <source>Money of the first goal&apos;s outcomes, divided by the number of outcomes with money</source>
        <translation>Geld der Ergebnisse des ersten Ziels, geteilt durch die Zahl der Ergebnisse mit Geld</translation>
    </message>
    <message>
        <source>Goal completion</source>
        <translation>Zielerreichung</translation>
    </message>
    <message>
        <source>Customers who reached the first goal in time after something went out for it, divided by all for whom something did</source>
        <translation>Kunden, die das erste Ziel rechtzeitig erreichten, nachdem dafür etwas hinausging, geteilt durch alle, für die etwas hinausging</translation>
    </message>
    <message>
        <source>Spent without answer</source>
        <translation>Streuverlust</translation>
    </message>
    <message>
        <source>Cost of what went to customers who reached no goal, divided by customers of the arm</source>
        <translation>Kosten dessen, was an Kundschaft ohne erreichtes Ziel ging, geteilt durch die Kundschaft des Arms</translation>
    </message>
    <message>
        <source>Cost to serve</source>
        <translation>Betreuungskosten</translation>
    </message>
    <message>
        <source>Cost of service contacts, divided by customers of the arm</source>
        <translation>Kosten der Servicekontakte, geteilt durch die Kundschaft des Arms</translation>
    </message>
    <message>
        <source>Time to resolution</source>
        <translation>Zeit bis zur Lösung</translation>
    </message>
    <message>
        <source>Mean time from a case&apos;s opening to its solution</source>
        <translation>Mittlere Zeit von der Eröffnung eines Falls bis zu seiner Lösung</translation>
    </message>
    <message>
        <source>Solved at first contact</source>
        <translation>Erstlösung</translation>
    </message>
    <message>
        <source>Solved cases without a further contact, escalation or return within 7 days, divided by solved cases</source>
        <translation>Gelöste Fälle ohne weiteren Kontakt, Eskalation oder Wiederkehr innerhalb von 7 Tagen, geteilt durch gelöste Fälle</translation>
    </message>
    <message>
        <source>Repeat contact</source>
        <translation>Wiederholter Kontakt</translation>
    </message>
    <message>
        <source>Cases with a further contact or a return within 7 days, divided by cases</source>
        <translation>Fälle mit weiterem Kontakt oder Wiederkehr innerhalb von 7 Tagen, geteilt durch Fälle</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>Zufriedenheit</translation>
    </message>
    <message>
        <source>Mean of the ratings that customers gave</source>
        <translation>Mittel der Bewertungen, die die Kundschaft gab</translation>
    </message>
    <message>
        <source>Solved without a person</source>
        <translation>Autonom gelöst</translation>
    </message>
    <message>
        <source>Cases solved without a person, divided by cases opened</source>
        <translation>Ohne Menschen gelöste Fälle, geteilt durch eröffnete Fälle</translation>
    </message>
    <message>
        <source>Containment</source>
        <translation>Selbst bewältigt</translation>
    </message>
    <message>
        <source>Decisions with an action that went their way without a person, divided by decisions with an action</source>
        <translation>Entscheidungen mit einer Aktion, die ohne Menschen ihren Weg ging, geteilt durch Entscheidungen mit einer Aktion</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Eskalation</translation>
    </message>
    <message>
        <source>Decisions with an action that a person had to take, divided by decisions with an action</source>
        <translation>Entscheidungen mit einer Aktion, die ein Mensch treffen musste, geteilt durch Entscheidungen mit einer Aktion</translation>
    </message>
    <message>
        <source>Task completion</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>Actions that their connector carried out, divided by actions handed to a connector</source>
        <translation>Aktionen, die ihr Konnektor ausgeführt hat, geteilt durch Aktionen, die einem Konnektor übergeben wurden</translation>
    </message>
    <message>
        <source>Trigger to response</source>
        <translation>Reaktionszeit</translation>
    </message>
    <message>
        <source>Mean time from the event that led to a decision until its action went out, without what waited for a person</source>
        <translation>Mittlere Zeit vom auslösenden Ereignis einer Entscheidung bis zum Hinausgehen ihrer Aktion, ohne was auf einen Menschen wartete</translation>
    </message>
    <message>
        <source>Cost a contact</source>
        <translation>Kosten je Kontakt</translation>
    </message>
    <message>
        <source>Cost of contacts, divided by contacts</source>
        <translation>Kosten der Kontakte, geteilt durch Kontakte</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Decisions that an exception sent to a person, divided by decisions with an action</source>
        <translation>Entscheidungen, die eine Ausnahme an einen Menschen gab, geteilt durch Entscheidungen mit einer Aktion</translation>
    </message>
    <message>
        <source>Policy compliance</source>
        <translation>Regeltreue</translation>
    </message>
    <message>
        <source>Actions that the ruling allowed or all needed people approved, divided by actions carried out</source>
        <translation>Aktionen, die der Entscheid erlaubte oder alle nötigen Personen freigaben, geteilt durch ausgeführte Aktionen</translation>
    </message>
    <message>
        <source>Override rate</source>
        <translation>Änderungsquote</translation>
    </message>
    <message>
        <source>Proposals rejected or edited and reviews overturned, divided by proposals decided and reviews closed</source>
        <translation>Abgelehnte oder geänderte Vorschläge und aufgehobene Prüfungen, geteilt durch entschiedene Vorschläge und geschlossene Prüfungen</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>Beschwerden</translation>
    </message>
    <message>
        <source>Contacted customers who complained of something we did, divided by contacted customers</source>
        <translation>Kontaktierte Kundschaft, die sich über unser Handeln beschwert hat, geteilt durch kontaktierte Kundschaft</translation>
    </message>
    <message>
        <source>Unsubscribes</source>
        <translation>Abmeldungen</translation>
    </message>
    <message>
        <source>Contacted customers who unsubscribed, divided by contacted customers</source>
        <translation>Kontaktierte Kundschaft, die sich abgemeldet hat, geteilt durch kontaktierte Kundschaft</translation>
    </message>
    <message>
        <source>Full audit trail</source>
        <translation>Vollständiger Prüfpfad</translation>
    </message>
    <message>
        <source>Decisions with their record in the chain, divided by decisions</source>
        <translation>Entscheidungen mit ihrem Datensatz in der Kette, geteilt durch Entscheidungen</translation>
    </message>
    <message>
        <source>Largest group gap</source>
        <translation>Gruppenabstand</translation>
    </message>
    <message>
        <source>Highest less lowest conversion rate of any group of at least 30 customers</source>
        <translation>Höchste abzüglich niedrigster Konversionsrate einer Gruppe von mindestens 30 Kundinnen und Kunden</translation>
    </message>
    <message>
        <source>no customers yet</source>
        <translation>noch keine Kundschaft</translation>
    </message>
    <message>
        <source>no orders yet</source>
        <translation>noch keine Bestellungen</translation>
    </message>
    <message>
        <source>no window closed</source>
        <translation>kein Fenster geschlossen</translation>
    </message>
    <message>
        <source>no solved cases</source>
        <translation>keine gelösten Fälle</translation>
    </message>
    <message>
        <source>no cases</source>
        <translation>keine Fälle</translation>
    </message>
    <message>
        <source>no ratings</source>
        <translation>keine Bewertungen</translation>
    </message>
    <message>
        <source>no decisions yet</source>
        <translation>noch keine Entscheidungen</translation>
    </message>
    <message>
        <source>nothing sent yet</source>
        <translation>noch nichts gesendet</translation>
    </message>
    <message>
        <source>no contacts yet</source>
        <translation>noch keine Kontakte</translation>
    </message>
    <message>
        <source>no verdicts yet</source>
        <translation>noch keine Urteile</translation>
    </message>
    <message>
        <source>groups too small</source>
        <translation>Gruppen zu klein</translation>
    </message>
    <message>
        <source>not comparable</source>
        <translation>nicht vergleichbar</translation>
    </message>
    <message>
        <source>no baseline</source>
        <translation>keine Baseline</translation>
    </message>
    <message>
        <source>the log cannot tell</source>
        <translation>sagt das Protokoll nicht</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>to %1</source>
        <translation>zu %1</translation>
    </message>
    <message>
        <source>Way on</source>
        <translation>Weg weiter</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Touchpoint</source>
        <translation>Berührungspunkt</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find a command, document, customer or decision</source>
        <translation>Befehl, Dokument, Person oder Entscheidung suchen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Find a command and its keys</source>
        <translation>Einen Befehl und seine Tasten finden</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Journeys</source>
        <translation>Journeys</translation>
    </message>
    <message>
        <source>Autonomy</source>
        <translation>Autonomie</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kundschaft</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Erkenntnisse</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
</context>
<context>
    <name>ProgressBar</name>
    <message>
        <source>%1: %2 %</source>
        <translation>%1: %2 %</translation>
    </message>
</context>
<context>
    <name>QuarantinePanel</name>
    <message>
        <source>Send the event again</source>
        <translation>Das Ereignis noch einmal senden</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Why events were held back</source>
        <translation>Warum Ereignisse zurückgehalten wurden</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Events in quarantine</source>
        <translation>Ereignisse in Quarantäne</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>choose one to see only these</source>
        <translation>wählen Sie einen, um nur diese zu sehen</translation>
    </message>
    <message>
        <source>Text of the event</source>
        <translation>Text des Ereignisses</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Wie es kam</translation>
    </message>
    <message>
        <source>Takes back what was changed in the text</source>
        <translation>Nimmt zurück, was am Text geändert wurde</translation>
    </message>
    <message>
        <source>change what is wrong</source>
        <translation>ändern Sie, was falsch ist</translation>
    </message>
    <message>
        <source>Quarantine cannot be read</source>
        <translation>Die Quarantäne ist nicht lesbar</translation>
    </message>
    <message>
        <source>Nothing is in quarantine</source>
        <translation>Nichts ist in Quarantäne</translation>
    </message>
    <message>
        <source>An event that breaks the tracking plan is held back here instead of being guessed at: you see why, can put it right, and send it again.</source>
        <translation>Ein Ereignis, das den Tracking-Plan verletzt, wird hier zurückgehalten, statt dass geraten wird: Sie sehen, warum, können es berichtigen und noch einmal senden.</translation>
    </message>
    <message>
        <source>%1 of %2, newest first</source>
        <translation>%1 von %2, neueste zuerst</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>neueste zuerst</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>No event</source>
        <translation>Kein Ereignis</translation>
    </message>
    <message>
        <source>received %1</source>
        <translation>empfangen %1</translation>
    </message>
    <message>
        <source>It is received anew, so events must be taken: start that in Overview first.</source>
        <translation>Es wird neu empfangen, deshalb müssen Ereignisse angenommen werden: Starten Sie das zuerst im Überblick.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Sendet …</translation>
    </message>
    <message>
        <source>The live run has received it. If it still breaks the plan, it is here again, as the newest.</source>
        <translation>Der Live-Lauf hat es empfangen. Verletzt es den Plan noch immer, steht es wieder hier, als neuestes.</translation>
    </message>
    <message>
        <source>Not sent again</source>
        <translation>Noch offen</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>yours</source>
        <translation>Ihre</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>%1, %2, %3 risk, %4</source>
        <translation>%1, %2, Risiko %3, %4</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find anything, Ctrl+K</source>
        <translation>Alles durchsuchen, Strg+K</translation>
    </message>
    <message>
        <source>No workspace</source>
        <translation>Kein Arbeitsbereich</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>Arbeitsbereich: %1</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Person: %1</source>
        <translation>Person: %1</translation>
    </message>
    <message>
        <source>Person: %1, %2</source>
        <translation>Person: %1, %2</translation>
    </message>
    <message>
        <source>Demo: act as anyone, no password</source>
        <translation>Demo: als beliebige Person handeln, ohne Passwort</translation>
    </message>
    <message>
        <source>Act as, without a password yet</source>
        <translation>Handeln als, noch ohne Passwort</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>You act as %1.</source>
        <translation>Sie handeln als %1.</translation>
    </message>
    <message>
        <source>In the demo you may switch person at any time.</source>
        <translation>In der Demo können Sie die Person jederzeit wechseln.</translation>
    </message>
    <message>
        <source>Decisions are recorded under this name.</source>
        <translation>Entscheidungen werden unter diesem Namen festgehalten.</translation>
    </message>
</context>
<context>
    <name>RailItem</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n wartet</numerusform>
            <numerusform>%1, %n warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Agent not meant for this customer</source>
        <translation>Agent nicht für diese Kundin oder diesen Kunden gedacht</translation>
    </message>
    <message>
        <source>Arm of the experiment</source>
        <translation>Arm des Experiments</translation>
    </message>
    <message>
        <source>Customer is suppressed</source>
        <translation>Kundin oder Kunde ist gesperrt</translation>
    </message>
    <message>
        <source>No address on this channel</source>
        <translation>Keine Adresse auf diesem Kanal</translation>
    </message>
    <message>
        <source>Does not apply here</source>
        <translation>Trifft hier nicht zu</translation>
    </message>
    <message>
        <source>A fact in the text is missing</source>
        <translation>Ein Fakt im Text fehlt</translation>
    </message>
    <message>
        <source>Content not approved</source>
        <translation>Inhalt nicht freigegeben</translation>
    </message>
    <message>
        <source>Sent not long ago</source>
        <translation>Erst kürzlich gesendet</translation>
    </message>
    <message>
        <source>Another offer of the family waits</source>
        <translation>Ein anderes Angebot der Familie wartet</translation>
    </message>
    <message>
        <source>Cost cannot be worked out</source>
        <translation>Die Kosten lassen sich nicht bestimmen</translation>
    </message>
    <message>
        <source>The earlier proposal stays</source>
        <translation>Der frühere Vorschlag bleibt</translation>
    </message>
    <message>
        <source>Agent&apos;s budget of the day is used up</source>
        <translation>Das Tagesbudget des Agenten ist aufgebraucht</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Abgeschaltet</translation>
    </message>
    <message>
        <source>Consent was withdrawn</source>
        <translation>Die Einwilligung wurde widerrufen</translation>
    </message>
    <message>
        <source>A newer proposal took its place</source>
        <translation>Ein neuerer Vorschlag trat an seine Stelle</translation>
    </message>
    <message>
        <source>A stricter rule holds now</source>
        <translation>Jetzt gilt eine strengere Regel</translation>
    </message>
    <message>
        <source>A fact has changed</source>
        <translation>Ein Fakt hat sich geändert</translation>
    </message>
    <message>
        <source>Time ran out</source>
        <translation>Die Zeit lief ab</translation>
    </message>
    <message>
        <source>Held too long</source>
        <translation>Zu lange zurückgehalten</translation>
    </message>
    <message>
        <source>Budget shared with others ran out</source>
        <translation>Das mit anderen geteilte Budget ging zu Ende</translation>
    </message>
    <message>
        <source>What it follows did not succeed</source>
        <translation>Worauf es folgt, ist nicht gelungen</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Abwarten</translation>
    </message>
    <message>
        <source>Starting level</source>
        <translation>Ausgangswert</translation>
    </message>
    <message>
        <source>End of the scale</source>
        <translation>Ende der Skala</translation>
    </message>
    <message>
        <source>%1, %2 d</source>
        <translation>%1, %2 T</translation>
    </message>
    <message>
        <source>%1, %2 h</source>
        <translation>%1, %2 Std.</translation>
    </message>
    <message>
        <source>low risk</source>
        <translation>niedriges Risiko</translation>
    </message>
    <message>
        <source>medium risk</source>
        <translation>mittleres Risiko</translation>
    </message>
    <message>
        <source>high risk</source>
        <translation>hohes Risiko</translation>
    </message>
    <message>
        <source>reversible</source>
        <translation>umkehrbar</translation>
    </message>
    <message>
        <source>costly to undo</source>
        <translation>aufwendig umkehrbar</translation>
    </message>
    <message>
        <source>irreversible</source>
        <translation>unumkehrbar</translation>
    </message>
    <message>
        <source>no cell of the matrix</source>
        <translation>keine Zelle der Matrix</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>d MMM, HH:mm</source>
        <translation>d. MMM, HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>Agentic</source>
        <translation>Agentisch</translation>
    </message>
    <message>
        <source>Random control</source>
        <translation>Zufallskontrolle</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>Ask a person</source>
        <translation>Einen Menschen fragen</translation>
    </message>
    <message>
        <source>Suggest only</source>
        <translation>Nur vorschlagen</translation>
    </message>
    <message>
        <source>Hold until later</source>
        <translation>Bis später zurückhalten</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Verweigern</translation>
    </message>
    <message>
        <source>Eligible</source>
        <translation>Berechtigt</translation>
    </message>
    <message>
        <source>Applies</source>
        <translation>Trifft zu</translation>
    </message>
    <message>
        <source>Suitable</source>
        <translation>Geeignet</translation>
    </message>
    <message>
        <source>Hard rules</source>
        <translation>Harte Regeln</translation>
    </message>
    <message>
        <source>Caps</source>
        <translation>Obergrenzen</translation>
    </message>
    <message>
        <source>Exclusion</source>
        <translation>Ausschluss</translation>
    </message>
    <message>
        <source>Arbitration</source>
        <translation>Abwägung</translation>
    </message>
    <message>
        <source>Stayed in</source>
        <translation>Blieb</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>timer</source>
        <translation>Zeitgeber</translation>
    </message>
    <message>
        <source>a person&apos;s verdict</source>
        <translation>das Urteil eines Menschen</translation>
    </message>
    <message>
        <source>a sent message&apos;s result</source>
        <translation>das Ergebnis einer gesendeten Nachricht</translation>
    </message>
    <message>
        <source>shared budget ran out</source>
        <translation>das gemeinsame Budget ging zu Ende</translation>
    </message>
    <message>
        <source>a proposal that ran out of time</source>
        <translation>ein Vorschlag, dessen Zeit ablief</translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation>wartet auf einen Menschen</translation>
    </message>
    <message>
        <source>claimed</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>waits for a second person</source>
        <translation>wartet auf eine zweite Person</translation>
    </message>
    <message>
        <source>approved, may be undone</source>
        <translation>freigegeben, kann zurückgenommen werden</translation>
    </message>
    <message>
        <source>held until its hour</source>
        <translation>zurückgehalten bis zu seiner Stunde</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>result unknown</source>
        <translation>Ergebnis unbekannt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>no longer allowed</source>
        <translation>nicht mehr erlaubt</translation>
    </message>
    <message>
        <source>replaced by a newer one</source>
        <translation>durch Neueres ersetzt</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>beiseitegelegt</translation>
    </message>
    <message>
        <source>in the outbox</source>
        <translation>im Postausgang</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>A person rejected it not long ago</source>
        <translation>Jemand hat es vor Kurzem abgelehnt</translation>
    </message>
    <message>
        <source>Nobody decided on it not long ago</source>
        <translation>Vor Kurzem hat niemand darüber entschieden</translation>
    </message>
    <message>
        <source>Two customers turned out to be one</source>
        <translation>Zwei Kunden erwiesen sich als einer</translation>
    </message>
    <message>
        <source>A fact that it needs is not known</source>
        <translation>Eine Tatsache, die es braucht, ist nicht bekannt</translation>
    </message>
    <message>
        <source>A fact that it needs is too old</source>
        <translation>Eine Tatsache, die es braucht, ist zu alt</translation>
    </message>
    <message>
        <source>A fact that it needs came in a form nobody can read</source>
        <translation>Eine Tatsache, die es braucht, kam in unlesbarer Form</translation>
    </message>
    <message>
        <source>The system that knows a fact it needs did not answer</source>
        <translation>Das System, das eine benötigte Tatsache kennt, hat nicht geantwortet</translation>
    </message>
    <message>
        <source>A fact that it needs claims to be from the future</source>
        <translation>Eine Tatsache, die es braucht, soll aus der Zukunft stammen</translation>
    </message>
    <message>
        <source>The last contact is too recent for this customer</source>
        <translation>Der letzte Kontakt ist für diesen Kunden zu kurz her</translation>
    </message>
    <message>
        <source>Software, not a person: left out of audiences</source>
        <translation>Software, keine Person: nicht in Zielgruppen</translation>
    </message>
    <message>
        <source>Nobody in the account has that role</source>
        <translation>Niemand im Konto hat diese Rolle</translation>
    </message>
    <message>
        <source>The account has no members, or not this one any more</source>
        <translation>Das Konto hat keine Mitglieder oder dieses nicht mehr</translation>
    </message>
    <message>
        <source>Days to the next purchase</source>
        <translation>Tage bis zum nächsten Kauf</translation>
    </message>
    <message>
        <source>Days between purchases</source>
        <translation>Tage zwischen Käufen</translation>
    </message>
    <message>
        <source>Erased person</source>
        <translation>Gelöschte Person</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (counted for the whole account)</source>
        <translation>%1 (für das ganze Konto gezählt)</translation>
    </message>
    <message>
        <source>%1 (counted for %2)</source>
        <translation>%1 (für %2 gezählt)</translation>
    </message>
    <message>
        <source>Quality of the traffic</source>
        <translation>Qualität der Aufrufe</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>Offene Fälle</translation>
    </message>
    <message>
        <source>Oldest open case</source>
        <translation>Ältester offener Fall</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Last response</source>
        <translation>Letzte Reaktion</translation>
    </message>
    <message>
        <source>Contacts in 90 days: %1</source>
        <translation>Kontakte in 90 Tagen: %1</translation>
    </message>
    <message>
        <source>Last contact: %1</source>
        <translation>Letzter Kontakt: %1</translation>
    </message>
    <message>
        <source>Contacts: %1</source>
        <translation>Kontakte: %1</translation>
    </message>
    <message>
        <source>Responses in 90 days: %1</source>
        <translation>Reaktionen in 90 Tagen: %1</translation>
    </message>
    <message>
        <source>Last response: %1</source>
        <translation>Letzte Reaktion: %1</translation>
    </message>
    <message>
        <source>Contacts of 90 days that were answered: %1</source>
        <translation>Beantwortete Kontakte von 90 Tagen: %1</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>You act as %1 now.</source>
        <translation>Sie handeln jetzt als %1.</translation>
    </message>
    <message>
        <source>The demo lets you; in real work everybody signs in as themselves.</source>
        <translation>Die Demo erlaubt das; im Ernstfall meldet sich jede Person selbst an.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 may not let actions run again.</source>
        <translation>%1 darf Aktionen nicht wieder zulassen.</translation>
    </message>
    <message>
        <source>%1 may not change anything here.</source>
        <translation>%1 darf hier nichts ändern.</translation>
    </message>
    <message>
        <source>Nobody in this workspace may; see its people list.</source>
        <translation>Niemand in diesem Arbeitsbereich darf es; siehe die Liste der Personen.</translation>
    </message>
    <message>
        <source>Who may: %1</source>
        <translation>Wer es darf: %1</translation>
    </message>
    <message>
        <source>Act as %1</source>
        <translation>Als %1 handeln</translation>
    </message>
    <message>
        <source>%1 may not send anything again.</source>
        <translation>%1 darf nichts erneut senden.</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Start taking events</source>
        <translation>Ereignisse annehmen</translation>
    </message>
    <message>
        <source>Stand still…</source>
        <translation>Stillstehen …</translation>
    </message>
    <message>
        <source>Address that events are sent to</source>
        <translation>Adresse, an die Ereignisse gehen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>ein freier</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Only programs on this computer reach it. 0 takes any free port.</source>
        <translation>Nur Programme auf diesem Rechner erreichen ihn. 0 nimmt einen freien Port.</translation>
    </message>
    <message>
        <source>Rehearse: let the clock start at</source>
        <translation>Proben: Die Uhr beginnt bei</translation>
    </message>
    <message>
        <source>To try a night or a weekend by day. Only where no receiver is set up.</source>
        <translation>Um eine Nacht oder ein Wochenende bei Tag zu proben. Nur wo kein Empfänger eingerichtet ist.</translation>
    </message>
    <message>
        <source>Where the clock starts</source>
        <translation>Wo die Uhr beginnt</translation>
    </message>
    <message>
        <source>Begin a new run…</source>
        <translation>Neuen Lauf beginnen …</translation>
    </message>
</context>
<context>
    <name>RunKeeper</name>
    <message>
        <source>simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>replay</source>
        <translation>Nachrechnung</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>import</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>%1: %2, customers: %L3, decisions: %L4</source>
        <translation>%1: %2, Kundschaft: %L3, Entscheidungen: %L4</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>%L1 decisions</source>
        <translation>%L1 Entscheidungen</translation>
    </message>
    <message>
        <source>nothing is sent</source>
        <translation>nichts wird gesendet</translation>
    </message>
</context>
<context>
    <name>SignalsPage</name>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Apply the proposed weight</source>
        <translation>Vorgeschlagenes Gewicht anwenden</translation>
    </message>
    <message>
        <source>Dismiss the proposal</source>
        <translation>Vorschlag beiseitelegen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Save the stages</source>
        <translation>Phasen speichern</translation>
    </message>
    <message>
        <source>Stages with a benchmark</source>
        <translation>Phasen mit Richtwert</translation>
    </message>
    <message>
        <source>of the customers found in the stage, those who moved on in time</source>
        <translation>der Kunden in der Phase: wer rechtzeitig weiterging</translation>
    </message>
    <message>
        <source>No stage has a benchmark. Set “benchmark” in stages.yaml: the share of customers that should move on.</source>
        <translation>Keine Phase hat einen Richtwert. Setzen Sie „benchmark“ in stages.yaml: den Anteil der Kunden, der weitergehen soll.</translation>
    </message>
    <message>
        <source>Evidence on the stage&apos;s signals</source>
        <translation>Belege zu den Signalen der Phase</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Beiseitelegen</translation>
    </message>
    <message>
        <source>Save stages.yaml</source>
        <translation>stages.yaml speichern</translation>
    </message>
    <message>
        <source>Events that foretell a loss</source>
        <translation>Ereignisse, die einen Verlust ankündigen</translation>
    </message>
    <message>
        <source>none before %1 that holds on customers held out</source>
        <translation>keine vor %1, die bei zurückgehaltenen Kunden bestehen</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>before %1; found on one half of the customers, confirmed on the other</source>
        <translation>vor %1; bei der einen Hälfte der Kunden gefunden, bei der anderen bestätigt</translation>
    </message>
    <message>
        <source>Applied to the draft, not saved yet.</source>
        <translation>Auf den Entwurf angewendet, noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Nothing is proposed for this stage.</source>
        <translation>Für diese Phase ist nichts vorgeschlagen.</translation>
    </message>
    <message>
        <source>stages.yaml no longer has the weight of the run. Simulate again.</source>
        <translation>stages.yaml hat das Gewicht des Laufs nicht mehr. Simulieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Apply changes the draft; Save writes it.</source>
        <translation>Anwenden ändert den Entwurf; Speichern schreibt ihn.</translation>
    </message>
    <message>
        <source>Saved stages.yaml. Simulate again to see what the new weight does.</source>
        <translation>stages.yaml ist gespeichert. Simulieren Sie noch einmal, um zu sehen, was das neue Gewicht bewirkt.</translation>
    </message>
    <message>
        <source>Not saved. %1 Your changes are still here.</source>
        <translation>Nicht gespeichert. %1 Ihre Änderungen sind noch hier.</translation>
    </message>
</context>
<context>
    <name>Simulation</name>
    <message>
        <source>Refused by a guardrail</source>
        <translation>Von einer Leitplanke verweigert</translation>
    </message>
    <message>
        <source>Queued for a person</source>
        <translation>Einem Menschen vorgelegt</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Held for its hour</source>
        <translation>Bis zu seiner Stunde zurückgehalten</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>Waiting for a person</source>
        <translation>Wartet auf einen Menschen</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Held, then carried out</source>
        <translation>Zurückgehalten, dann ausgeführt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>No longer right</source>
        <translation>Nicht mehr richtig</translation>
    </message>
    <message>
        <source>Replaced by a newer one</source>
        <translation>Durch Neueres ersetzt</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Nachrechnen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Nicht beendet</translation>
    </message>
    <message>
        <source>agentic %1 %</source>
        <translation>agentisch %1 %</translation>
    </message>
    <message>
        <source>baseline %1 %</source>
        <translation>Baseline %1 %</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>high risk</source>
        <translation>hohes Risiko</translation>
    </message>
    <message>
        <source>others</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>Day %1 of %2</source>
        <translation>Tag %1 von %2</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 Min.</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kundschaft</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Decisions a second</source>
        <translation>Entscheidungen je Sekunde</translation>
    </message>
    <message>
        <source>Still waiting for its hour</source>
        <translation>Wartet noch auf seine Stunde</translation>
    </message>
    <message>
        <source>Suggestions not taken up</source>
        <translation>Nicht aufgegriffene Vorschläge</translation>
    </message>
    <message>
        <source>Suggestions dismissed</source>
        <translation>Beiseitegelegte Vorschläge</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Stands still</source>
        <translation>Steht still</translation>
    </message>
    <message>
        <source>Software, no people</source>
        <translation>Software, keine Personen</translation>
    </message>
    <message>
        <source>Bursts of events, no people</source>
        <translation>Ereignisschwälle, keine Personen</translation>
    </message>
</context>
<context>
    <name>SimulationScreen</name>
    <message>
        <source>Run the simulation</source>
        <translation>Die Simulation starten</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>Cancel the simulation</source>
        <translation>Die Simulation abbrechen</translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation>Öffnen Sie zuerst einen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>Population</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kundschaft</translation>
    </message>
    <message>
        <source>Length in days</source>
        <translation>Dauer in Tagen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Same documents, same seed: the same run.</source>
        <translation>Gleiche Dokumente, gleicher Startwert: derselbe Lauf.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>The result is the same on any number.</source>
        <translation>Das Ergebnis ist bei jeder Zahl gleich.</translation>
    </message>
    <message>
        <source>Simulated reviewers decide</source>
        <translation>Simulierte Prüfende entscheiden</translation>
    </message>
    <message>
        <source>Nothing is sent to anybody.</source>
        <translation>Niemandem wird etwas gesendet.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the simulation</source>
        <translation>Fortschritt der Simulation</translation>
    </message>
    <message>
        <source>Customers who reached the goal</source>
        <translation>Kundschaft am Ziel</translation>
    </message>
    <message>
        <source>per cent, cumulative, 95 % interval</source>
        <translation>Prozent, kumuliert, 95-%-Intervall</translation>
    </message>
    <message>
        <source>Share of customers who reached the goal, by arm</source>
        <translation>Anteil der Kundschaft, die das Ziel erreichte, nach Arm</translation>
    </message>
    <message>
        <source>Approval load, reviews a day</source>
        <translation>Freigabelast, Prüfungen am Tag</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Past runs</source>
        <translation>Frühere Läufe</translation>
    </message>
    <message>
        <source>Approval load</source>
        <translation>Freigabelast</translation>
    </message>
    <message>
        <source>reviews a day, all arms</source>
        <translation>Prüfungen am Tag, alle Arme</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Result of the run</source>
        <translation>Ergebnis des Laufs</translation>
    </message>
    <message>
        <source>Locked while running. Cancel the run to change it.</source>
        <translation>Während des Laufs gesperrt. Brechen Sie den Lauf ab, um es zu ändern.</translation>
    </message>
    <message>
        <source>A simulation needs an open workspace that has a population.</source>
        <translation>Eine Simulation braucht einen geöffneten Arbeitsbereich mit einer Population.</translation>
    </message>
    <message>
        <source>This workspace has no population to simulate.</source>
        <translation>Dieser Arbeitsbereich hat keine Population zum Simulieren.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>Reading the workspace…</source>
        <translation>Der Arbeitsbereich wird gelesen …</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>The simulation failed</source>
        <translation>Die Simulation ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled; what was decided so far is kept</source>
        <translation>Abgebrochen; was bisher entschieden wurde, bleibt erhalten</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>after the first run</source>
        <translation>nach dem ersten Lauf</translation>
    </message>
    <message>
        <source>Enter shows a run in the whole window.</source>
        <translation>Die Eingabetaste zeigt einen Lauf im ganzen Fenster.</translation>
    </message>
    <message>
        <source>newest first; a click or Enter shows one everywhere</source>
        <translation>Neuestes zuerst; ein Klick oder die Eingabetaste zeigt einen Lauf überall</translation>
    </message>
    <message>
        <source>%1 decisions, %2 waiting for a person</source>
        <translation>%1 Entscheidungen, %2 warten auf einen Menschen</translation>
    </message>
</context>
<context>
    <name>SourcesPanel</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Fingerprint of its key</source>
        <translation>Fingerabdruck ihres Schlüssels</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Zurückziehen …</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>who may send events, each with a write key of its own</source>
        <translation>wer Ereignisse senden darf, jede mit eigenem Schreibschlüssel</translation>
    </message>
    <message>
        <source>Name of a new source, like web-shop</source>
        <translation>Name einer neuen Quelle, etwa web-shop</translation>
    </message>
    <message>
        <source>Name of a new source</source>
        <translation>Name einer neuen Quelle</translation>
    </message>
    <message>
        <source>A first event</source>
        <translation>Ein erstes Ereignis</translation>
    </message>
    <message>
        <source>to try it from a terminal on this computer</source>
        <translation>zum Ausprobieren in einem Terminal auf diesem Rechner</translation>
    </message>
    <message>
        <source>Example of sending an event</source>
        <translation>Beispiel, wie ein Ereignis gesendet wird</translation>
    </message>
    <message>
        <source>Give the source a name first: small letters, digits and hyphens.</source>
        <translation>Geben Sie der Quelle zuerst einen Namen: kleine Buchstaben, Ziffern und Bindestriche.</translation>
    </message>
    <message>
        <source>Withdraw “%1”?</source>
        <translation>„%1“ zurückziehen?</translation>
    </message>
    <message>
        <source>What comes with its write key is refused from now on. Its key cannot be brought back; a new source of this name gets another one.</source>
        <translation>Was mit ihrem Schreibschlüssel kommt, wird von jetzt an abgewiesen. Der Schlüssel kommt nicht zurück; eine neue Quelle dieses Namens bekommt einen anderen.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>“%1” may not send any more.</source>
        <translation>„%1“ darf nicht mehr senden.</translation>
    </message>
    <message>
        <source>Nobody may send yet. Add a source, or start: then one called “default” is made.</source>
        <translation>Noch darf niemand senden. Fügen Sie eine Quelle hinzu, oder starten Sie: Dann entsteht eine namens „default“.</translation>
    </message>
    <message>
        <source>Only the fingerprint of a key is kept. Whoever lost a key needs a new source.</source>
        <translation>Aufgehoben wird nur der Fingerabdruck eines Schlüssels. Wer seinen verloren hat, braucht eine neue Quelle.</translation>
    </message>
</context>
<context>
    <name>StartCatalogue</name>
    <message>
        <source>Convert</source>
        <translation>Gewinnen</translation>
    </message>
    <message>
        <source>Cart recovery</source>
        <translation>Warenkorb-Rückgewinnung</translation>
    </message>
    <message>
        <source>carts left behind</source>
        <translation>zurückgelassene Warenkörbe</translation>
    </message>
    <message>
        <source>Cart left</source>
        <translation>Korb verlassen</translation>
    </message>
    <message>
        <source>Serve</source>
        <translation>Betreuen</translation>
    </message>
    <message>
        <source>Service triage</source>
        <translation>Anfragen einordnen</translation>
    </message>
    <message>
        <source>first answer too late</source>
        <translation>erste Antwort kommt zu spät</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>An online shop that wins back carts left behind: made-up customers, a queue that waits for decisions, and every reason on record. Nothing is sent.</source>
        <translation>Ein Online-Shop, der zurückgelassene Warenkörbe zurückgewinnt: erfundene Kundschaft, eine Warteschlange, die auf Entscheidungen wartet, und jeder Grund ist festgehalten. Nichts wird gesendet.</translation>
    </message>
    <message>
        <source>folder not found</source>
        <translation>Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>The workspace could not be copied to %1.</source>
        <translation>Der Arbeitsbereich konnte nicht nach %1 kopiert werden.</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Stöbern</translation>
    </message>
    <message>
        <source>Weighing</source>
        <translation>Abwägen</translation>
    </message>
    <message>
        <source>Wearing</source>
        <translation>Tragen</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>In hands</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Heated</source>
        <translation>Verärgert</translation>
    </message>
    <message numerus="yes">
        <source>%n stages</source>
        <translation>
            <numerusform>%n Phase</numerusform>
            <numerusform>%n Phasen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n Kanal</numerusform>
            <numerusform>%n Kanäle</numerusform>
        </translation>
    </message>
    <message>
        <source>This is your own copy.</source>
        <translation>Das ist Ihre eigene Kopie.</translation>
    </message>
    <message>
        <source>It lies in %1; what you change is saved there.</source>
        <translation>Sie liegt in %1; was Sie ändern, wird dort gespeichert.</translation>
    </message>
    <message>
        <source>Retain</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>SaaS renewal</source>
        <translation>SaaS-Verlängerung</translation>
    </message>
    <message>
        <source>contracts lost in silence</source>
        <translation>still verlorene Verträge</translation>
    </message>
    <message>
        <source>Setting it up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Working with it</source>
        <translation>Damit arbeiten</translation>
    </message>
    <message>
        <source>Renewal in doubt</source>
        <translation>Verlängerung fraglich</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>Verlängert</translation>
    </message>
    <message>
        <source>Bank churn</source>
        <translation>Bankabwanderung</translation>
    </message>
    <message>
        <source>salaries that go elsewhere</source>
        <translation>Gehälter, die woanders eingehen</translation>
    </message>
    <message>
        <source>At home</source>
        <translation>Zu Hause</translation>
    </message>
    <message>
        <source>Drifting away</source>
        <translation>Entfernt sich</translation>
    </message>
    <message>
        <source>On the way out</source>
        <translation>Auf dem Weg hinaus</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Zurückgekehrt</translation>
    </message>
    <message>
        <source>Travel disruption</source>
        <translation>Reisestörung</translation>
    </message>
    <message>
        <source>cancelled flights, lost connections</source>
        <translation>gestrichene Flüge, verpasste Anschlüsse</translation>
    </message>
    <message>
        <source>Looking forward</source>
        <translation>Vorfreude</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>Gestrandet</translation>
    </message>
    <message>
        <source>On the new way</source>
        <translation>Auf dem neuen Weg</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Angekommen</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Open workspace…</source>
        <translation>Arbeitsbereich öffnen …</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Nothing to open</source>
        <translation>Nichts zu öffnen</translation>
    </message>
    <message>
        <source>This build comes without the demo and without templates.</source>
        <translation>Diese Fassung kommt ohne Demo und ohne Vorlagen.</translation>
    </message>
    <message>
        <source>Try it on a business that already runs</source>
        <translation>An einem laufenden Geschäft ausprobieren</translation>
    </message>
    <message>
        <source>Demo workspace</source>
        <translation>Demo-Arbeitsbereich</translation>
    </message>
    <message>
        <source>Open demo</source>
        <translation>Demo öffnen</translation>
    </message>
    <message>
        <source>Start from a journey that runs</source>
        <translation>Mit einer laufenden Journey beginnen</translation>
    </message>
    <message>
        <source>each with customers and stories of its own</source>
        <translation>jede mit eigener Kundschaft und eigenen Prüfgeschichten</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Workspaces that you opened stand here, the last one first.</source>
        <translation>Hier stehen die Arbeitsbereiche, die Sie geöffnet haben, der letzte zuerst.</translation>
    </message>
    <message numerus="yes">
        <source>%1 cannot be opened: %n problems</source>
        <translation>
            <numerusform>%1 kann nicht geöffnet werden: %n Problem</numerusform>
            <numerusform>%1 kann nicht geöffnet werden: %n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Mend the files, then open the workspace again.</source>
        <translation>Berichtigen Sie die Dateien, dann öffnen Sie den Arbeitsbereich erneut.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Stop all actions</source>
        <translation>Alle Aktionen anhalten</translation>
    </message>
    <message>
        <source>No connector is called any more, at once. Decisions go on; nothing is lost.</source>
        <translation>Ab sofort wird kein Konnektor mehr aufgerufen. Entscheidungen laufen weiter; nichts geht verloren.</translation>
    </message>
    <message>
        <source>one moment: waiting until nothing is being sent any more</source>
        <translation>einen Augenblick: Es wird gewartet, bis nichts mehr gesendet wird</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Every place shows this run. Choose another.</source>
        <translation>Alle Ansichten zeigen diesen Lauf. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Run shown: %1</source>
        <translation>Gezeigter Lauf: %1</translation>
    </message>
    <message>
        <source>not the latest: %1 is newer</source>
        <translation>nicht der neueste: %1 ist neuer</translation>
    </message>
    <message>
        <source>All actions are stopped. Asks before connectors are called again.</source>
        <translation>Alle Aktionen sind gestoppt. Fragt nach, bevor Konnektoren wieder aufgerufen werden.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Wieder starten</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Connectors are called again at once; what waited goes out.</source>
        <translation>Konnektoren werden sofort wieder aufgerufen; was wartete, geht hinaus.</translation>
    </message>
    <message>
        <source>all actions stopped</source>
        <translation>alle Aktionen gestoppt</translation>
    </message>
    <message>
        <source>simulation: %1</source>
        <translation>Simulation: %1</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Your verdict</source>
        <translation>Ihr Urteil</translation>
    </message>
    <message>
        <source>The core’s view</source>
        <translation>Die Sicht des Kerns</translation>
    </message>
    <message>
        <source>Confirm or change</source>
        <translation>Bestätigen oder ändern</translation>
    </message>
    <message>
        <source>Step %1 of 4: %2</source>
        <translation>Schritt %1 von 4: %2</translation>
    </message>
</context>
<context>
    <name>StepPicker</name>
    <message>
        <source>Step, action or agent</source>
        <translation>Schritt, Aktion oder Agent</translation>
    </message>
    <message>
        <source>What to add</source>
        <translation>Was hinzukommt</translation>
    </message>
    <message>
        <source>What can be added</source>
        <translation>Was hinzukommen kann</translation>
    </message>
    <message>
        <source>Touchpoint</source>
        <translation>Berührungspunkt</translation>
    </message>
    <message>
        <source>Agent: %1</source>
        <translation>Agent: %1</translation>
    </message>
    <message>
        <source>Action: %1</source>
        <translation>Aktion: %1</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Look up</source>
        <translation>Nachsehen</translation>
    </message>
    <message>
        <source>Check stock</source>
        <translation>Bestand prüfen</translation>
    </message>
    <message>
        <source>Check margin</source>
        <translation>Marge prüfen</translation>
    </message>
    <message>
        <source>Check discount</source>
        <translation>Rabatt prüfen</translation>
    </message>
    <message>
        <source>Check budget</source>
        <translation>Budget prüfen</translation>
    </message>
    <message>
        <source>Choose channel</source>
        <translation>Kanal wählen</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Verfassen</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeit planen</translation>
    </message>
    <message>
        <source>Order “%1”</source>
        <translation>Bestellung „%1“</translation>
    </message>
    <message>
        <source>Stock of “%1”</source>
        <translation>Bestand von „%1“</translation>
    </message>
    <message>
        <source>Margin of “%1”</source>
        <translation>Marge von „%1“</translation>
    </message>
    <message>
        <source>Status of flight “%1”</source>
        <translation>Stand des Flugs „%1“</translation>
    </message>
    <message>
        <source>Article “%1”</source>
        <translation>Artikel „%1“</translation>
    </message>
    <message>
        <source>Identity of “%1”</source>
        <translation>Identität von „%1“</translation>
    </message>
    <message>
        <source>may be %1 old</source>
        <translation>darf %1 alt sein</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>as of %1, %2</source>
        <translation>Stand %1, %2</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>vom %1</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>fehlt: %1</translation>
    </message>
    <message>
        <source>wanted %1</source>
        <translation>verlangt %1</translation>
    </message>
</context>
<context>
    <name>StoryView</name>
    <message>
        <source>Story, newest first</source>
        <translation>Verlauf, Neuestes zuerst</translation>
    </message>
    <message>
        <source>Agent: done and not done</source>
        <translation>Agent: getan und nicht getan</translation>
    </message>
</context>
<context>
    <name>TemplateTile</name>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back, Alt+Left</source>
        <translation>Zurück, Alt+Links</translation>
    </message>
    <message>
        <source>Forward, Alt+Right</source>
        <translation>Vorwärts, Alt+Rechts</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Save these changes before you leave?</source>
        <translation>Diese Änderungen speichern, bevor Sie gehen?</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>VerdictBox</name>
    <message>
        <source>Your verdict</source>
        <translation>Ihr Urteil</translation>
    </message>
</context>
<context>
    <name>Waterfall</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>WeekPicture</name>
    <message>
        <source>Quiet hours of the week</source>
        <translation>Ruhezeiten der Woche</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>never quiet</source>
        <translation>nie Ruhe</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>may send</source>
        <translation>darf senden</translation>
    </message>
</context>
<context>
    <name>Word</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a mapping (key: value)</source>
        <translation>eine Zuordnung (Schlüssel: Wert)</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>a word</source>
        <translation>ein Wort</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>irgendetwas</translation>
    </message>
    <message>
        <source>nothing (null)</source>
        <translation>nichts (null)</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>ein Datum</translation>
    </message>
    <message>
        <source>a time of day</source>
        <translation>eine Uhrzeit</translation>
    </message>
    <message>
        <source>a date with time</source>
        <translation>ein Datum mit Uhrzeit</translation>
    </message>
    <message>
        <source>a length of time</source>
        <translation>eine Zeitdauer</translation>
    </message>
    <message>
        <source>a length in months</source>
        <translation>eine Dauer in Monaten</translation>
    </message>
    <message>
        <source>a value or name</source>
        <translation>ein Wert oder Name</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>an operator or the end</source>
        <translation>ein Operator oder das Ende</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>trait</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>intent</source>
        <translation>Absicht</translation>
    </message>
    <message>
        <source>need</source>
        <translation>Bedürfnis</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Punktwert</translation>
    </message>
    <message>
        <source>journey</source>
        <translation>Journey</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>node</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>fact</source>
        <translation>Fakt</translation>
    </message>
    <message>
        <source>element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>intervention</source>
        <translation>Eingriff</translation>
    </message>
    <message>
        <source>way out of a wait</source>
        <translation>Weg aus einem Warten</translation>
    </message>
    <message>
        <source>workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>autonomy matrix</source>
        <translation>Autonomiematrix</translation>
    </message>
    <message>
        <source>policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>goals</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>stages</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>measures</source>
        <translation>Messgrößen</translation>
    </message>
    <message>
        <source>tracking plan</source>
        <translation>Messplan</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>population</source>
        <translation>Population</translation>
    </message>
    <message>
        <source>stories</source>
        <translation>Geschichten</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>reversible</source>
        <translation>umkehrbar</translation>
    </message>
    <message>
        <source>costly to undo</source>
        <translation>aufwendig umkehrbar</translation>
    </message>
    <message>
        <source>irreversible</source>
        <translation>unumkehrbar</translation>
    </message>
    <message>
        <source>emotion</source>
        <translation>Emotion</translation>
    </message>
    <message>
        <source>risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>a quotation mark is not closed</source>
        <translation>ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>the indentation does not fit the lines before</source>
        <translation>die Einrückung passt nicht zu den Zeilen davor</translation>
    </message>
    <message>
        <source>a } is missing</source>
        <translation>eine } fehlt</translation>
    </message>
    <message>
        <source>a ] is missing</source>
        <translation>eine ] fehlt</translation>
    </message>
    <message>
        <source>a colon where none can stand (text with a colon goes in quotes)</source>
        <translation>ein Doppelpunkt, wo keiner stehen kann (Text mit Doppelpunkt gehört in Anführungszeichen)</translation>
    </message>
    <message>
        <source>a key where none can stand</source>
        <translation>ein Schlüssel, wo keiner stehen kann</translation>
    </message>
    <message>
        <source>a list&apos;s hyphen where none can stand</source>
        <translation>der Strich einer Liste, wo keiner stehen kann</translation>
    </message>
    <message>
        <source>a ] or } without its beginning</source>
        <translation>eine ] oder } ohne ihren Anfang</translation>
    </message>
    <message>
        <source>the file ends inside a text</source>
        <translation>die Datei endet in einem Text</translation>
    </message>
    <message>
        <source>a sign that cannot begin a text (put it in quotes)</source>
        <translation>ein Zeichen, mit dem kein Text beginnen kann (setzen Sie es in Anführungszeichen)</translation>
    </message>
    <message>
        <source>it has more or fewer fields than the first line</source>
        <translation>sie hat mehr oder weniger Felder als die erste Zeile</translation>
    </message>
    <message>
        <source>a number is expected</source>
        <translation>eine Zahl wird erwartet</translation>
    </message>
    <message>
        <source>a character that cannot stand here</source>
        <translation>ein Zeichen, das hier nicht stehen kann</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>es endet zu früh</translation>
    </message>
    <message>
        <source>a key in quotation marks is missing</source>
        <translation>ein Schlüssel in Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>a comma or the closing bracket is missing</source>
        <translation>ein Komma oder die schließende Klammer fehlt</translation>
    </message>
    <message>
        <source>a colon is missing</source>
        <translation>ein Doppelpunkt fehlt</translation>
    </message>
    <message>
        <source>an invisible control character</source>
        <translation>ein unsichtbares Steuerzeichen</translation>
    </message>
    <message>
        <source>a digit is missing</source>
        <translation>eine Ziffer fehlt</translation>
    </message>
    <message>
        <source>half of a \u pair</source>
        <translation>die Hälfte eines \u-Paars</translation>
    </message>
    <message>
        <source>a number that is too large</source>
        <translation>eine zu große Zahl</translation>
    </message>
    <message>
        <source>something follows the value</source>
        <translation>nach dem Wert folgt noch etwas</translation>
    </message>
    <message>
        <source>an unknown \ escape</source>
        <translation>eine unbekannte \-Maskierung</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgelegt</translation>
    </message>
    <message>
        <source>claimed</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>waiting for a second person</source>
        <translation>auf eine zweite Person wartend</translation>
    </message>
    <message>
        <source>approved, and can still be undone</source>
        <translation>freigegeben und noch zurücknehmbar</translation>
    </message>
    <message>
        <source>held until later</source>
        <translation>bis später zurückgehalten</translation>
    </message>
    <message>
        <source>going out</source>
        <translation>geht gerade hinaus</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>hinfällig</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>replaced by a newer one</source>
        <translation>durch Neueres ersetzt</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>beiseitegelegt</translation>
    </message>
    <message>
        <source>sent, and nobody knows whether it arrived</source>
        <translation>gesendet, und niemand weiß, ob es ankam</translation>
    </message>
    <message>
        <source>it was changed after the first approval</source>
        <translation>es wurde nach der ersten Freigabe geändert</translation>
    </message>
    <message>
        <source>the rule that no placeholder may stay in the text</source>
        <translation>die Regel, dass kein Platzhalter im Text bleiben darf</translation>
    </message>
    <message>
        <source>the rule that a subject is one line without control characters</source>
        <translation>die Regel, dass ein Betreff eine Zeile ohne Steuerzeichen ist</translation>
    </message>
    <message>
        <source>the limit of 200 characters in a subject and 20,000 in a text</source>
        <translation>die Grenze von 200 Zeichen im Betreff und 20.000 im Text</translation>
    </message>
    <message>
        <source>the rule that subject and text may not be emptied</source>
        <translation>die Regel, dass Betreff und Text nicht geleert werden dürfen</translation>
    </message>
    <message>
        <source>the brand rules (a forbidden word)</source>
        <translation>die Markenregeln (ein verbotenes Wort)</translation>
    </message>
    <message>
        <source>the brand rules (the subject is too long)</source>
        <translation>die Markenregeln (der Betreff ist zu lang)</translation>
    </message>
    <message>
        <source>features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>value model</source>
        <translation>Wertmodell</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>Kundin oder Kunde</translation>
    </message>
    <message>
        <source>the rule that the text promises no other discount</source>
        <translation>die Regel, dass der Text keinen anderen Rabatt verspricht</translation>
    </message>
    <message>
        <source>a probability lies between 0 and 1, and what was chosen had one above 0</source>
        <translation>eine Wahrscheinlichkeit liegt zwischen 0 und 1, und was gewählt wurde, hatte eine über 0</translation>
    </message>
    <message>
        <source>connector</source>
        <translation>Anschluss</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>Zusammenführung</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1, %2 %</source>
        <translation>%1, %2 %</translation>
    </message>
</context>
<context>
    <name>WorkspacePalette</name>
    <message>
        <source>Journey</source>
        <translation>Journey</translation>
    </message>
    <message>
        <source>Step in %1</source>
        <translation>Schritt in %1</translation>
    </message>
    <message>
        <source>Autonomy matrix</source>
        <translation>Autonomiematrix</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Document, opens %1</source>
        <translation>Dokument, öffnet %1</translation>
    </message>
    <message>
        <source>Workspace settings</source>
        <translation>Einstellungen des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Messgrößen</translation>
    </message>
    <message>
        <source>Tracking plan</source>
        <translation>Messplan</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>Population</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation>Kundin oder Kunde %1</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>Decision %1, %2</source>
        <translation>Entscheidung %1, %2</translation>
    </message>
    <message>
        <source>No editor is set for this file: %1</source>
        <translation>Für diese Datei ist kein Editor eingestellt: %1</translation>
    </message>
    <message>
        <source>Open decision %1</source>
        <translation>Entscheidung %1 öffnen</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>customer %1</source>
        <translation>Kundin oder Kunde %1</translation>
    </message>
    <message>
        <source>Show run %1</source>
        <translation>Lauf %1 zeigen</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>Konto %1</translation>
    </message>
</context>
<context>
    <name>approvals::Words</name>
    <message>
        <source>%1, for %2</source>
        <translation>%1, für %2</translation>
    </message>
</context>
<context>
    <name>wayreeve::ui::ApprovalsScreen</name>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
</context>
<context>
    <name>wayreeve::ui::AutonomyScreen</name>
    <message>
        <source>Autonomy</source>
        <translation>Autonomie</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>wayreeve::ui::CustomersScreen</name>
    <message>
        <source>Customers</source>
        <translation>Kundschaft</translation>
    </message>
</context>
<context>
    <name>wayreeve::ui::DecisionsScreen</name>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
</context>
<context>
    <name>wayreeve::ui::InsightsScreen</name>
    <message>
        <source>Insights</source>
        <translation>Erkenntnisse</translation>
    </message>
</context>
<context>
    <name>wayreeve::ui::JourneysScreen</name>
    <message>
        <source>Journeys</source>
        <translation>Journeys</translation>
    </message>
</context>
<context>
    <name>wayreeve::ui::LiveScreen</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
</context>
<context>
    <name>wayreeve::ui::SimulationScreen</name>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>not live</source>
        <translation>nicht live</translation>
    </message>
</context>
</TS>
