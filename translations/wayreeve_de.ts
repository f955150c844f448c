<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
    <name>Main</name>
    <message>
        <source>no workspace open</source>
        <translation>kein Arbeitsbereich geöffnet</translation>
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
</context>
<context>
    <name>MapPreview</name>
    <message>
        <source>Picture of the demo's map: %1</source>
        <translation>Bild der Karte aus der Demo: %1</translation>
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
    <name>MessageBar</name>
    <message>
        <source>Dismiss message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation><numerusform>%n weitere wartet</numerusform><numerusform>%n weitere warten</numerusform></translation>
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
        <translation><numerusform>%1, %n wartet</numerusform><numerusform>%1, %n warten</numerusform></translation>
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
        <translation><numerusform>%n Phase</numerusform><numerusform>%n Phasen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n channels</source>
        <translation><numerusform>%n Kanal</numerusform><numerusform>%n Kanäle</numerusform></translation>
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
        <source>all actions stopped</source>
        <translation>alle Aktionen angehalten</translation>
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
</TS>
