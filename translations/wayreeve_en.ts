<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ColumnChart</name>
    <message>
        <source>No data yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>At</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>EmptyScreen</name>
    <message>
        <source>No journey map</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Maps of what customers go through are drawn here, with the decisions of the agents.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No autonomy matrix</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>For each action and risk: may an agent act alone, or does a person decide first?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Actions that need a person come here, the most urgent first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No decisions yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every decision of a run is kept here, with the reasons it was made for.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No customers yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>One story a customer: what happened, what was sent, what was not, and why.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>After a run: agents against the baseline, with intervals and guardrails.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No run yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try the documents on made-up customers before anything is sent to real ones.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing is connected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sources, connectors and everything that stands still are watched here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open a workspace</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Grab</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The screen %1 did not become ready.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The picture %1 cannot be written.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The list of pictures cannot be written to %1.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>IntervalChart</name>
    <message>
        <source>n = %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No data yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Series</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>At</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>IntervalRows</name>
    <message>
        <source>Row</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Estimate</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>no workspace open</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Go</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go to the start page</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Find anything</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List the shortcuts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Do what the message offers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stop all actions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Let actions run again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All actions are stopped.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing is sent. What was decided is kept and waits.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>MapPreview</name>
    <message>
        <source>Picture of the demo's map: %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Low</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Supervised</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Autonomous</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Assisted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In-app</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Web</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>SMS</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Support</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ads</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hidden</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss message</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation><numerusform>%n more waiting</numerusform><numerusform>%n more waiting</numerusform></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find a command, document, customer or decision</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Journeys</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Autonomy</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Approvals</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Decisions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Insights</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Simulation</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ProgressBar</name>
    <message>
        <source>%1: %2 %</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Find anything, Ctrl+K</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No workspace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Person: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Person: %1, %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Demo: act as anyone, no password</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Act as, without a password yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You act as %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In the demo you may switch person at any time.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Decisions are recorded under this name.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>RailItem</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation><numerusform>%1, %n waiting</numerusform><numerusform>%1, %n waiting</numerusform></translation>
    </message>
</context>
<context>
    <name>StartCatalogue</name>
    <message>
        <source>Convert</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cart recovery</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>carts left behind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cart left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Serve</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Service triage</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>first answer too late</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Solved</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>today %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An online shop that wins back carts left behind: made-up customers, a queue that waits for decisions, and every reason on record. Nothing is sent.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>folder not found</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open workspace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The workspace could not be copied to %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Looking</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Weighing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wearing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reported</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In hands</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Heated</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n stages</source>
        <translation><numerusform>%n stage</numerusform><numerusform>%n stages</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n channels</source>
        <translation><numerusform>%n channel</numerusform><numerusform>%n channels</numerusform></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Open workspace…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing to open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This build comes without the demo and without templates.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try it on a business that already runs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Demo workspace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open demo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Start from a journey that runs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>each with customers and stories of its own</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Workspaces that you opened stand here, the last one first.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Live</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Simulated</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stop all actions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No connector is called any more, at once. Decisions go on; nothing is lost.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>all actions stopped</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TemplateTile</name>
    <message>
        <source>Enter</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back, Alt+Left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Forward, Alt+Right</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Waterfall</name>
    <message>
        <source>Step</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>JourneyWords</name>
    <message numerus="yes">
        <source>%n option(s)</source>
        <translation><numerusform>%n option</numerusform><numerusform>%n options</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation><numerusform>%n hour</numerusform><numerusform>%n hours</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation><numerusform>%n second</numerusform><numerusform>%n seconds</numerusform></translation>
    </message>
</context>
<context>
    <name>LanesView</name>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation><numerusform>%n stage</numerusform><numerusform>%n stages</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n touchpoint(s)</source>
        <translation><numerusform>%n touchpoint</numerusform><numerusform>%n touchpoints</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation><numerusform>%n step</numerusform><numerusform>%n steps</numerusform></translation>
    </message>
</context>
<context>
    <name>JourneyDock</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation><numerusform>%n problem</numerusform><numerusform>%n problems</numerusform></translation>
    </message>
</context>
<context>
    <name>AutonomyScreen</name>
    <message numerus="yes">
        <source>%n gap(s), treated as Assisted</source>
        <translation><numerusform>%n gap, treated as Assisted</numerusform><numerusform>%n gaps, treated as Assisted</numerusform></translation>
    </message>
</context>
<context>
    <name>CustomerSide</name>
    <message numerus="yes">
        <source>%n profile(s) were merged into this one.</source>
        <translation><numerusform>%n profile was merged into this one.</numerusform><numerusform>%n profiles were merged into this one.</numerusform></translation>
    </message>
</context>
</TS>
