<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AuditPage</name>
    <message numerus="yes">
        <source>%n moments are still open. Labels given so far stay as they are from then on.</source>
        <translation>
            <numerusform>%n moment is still open. Labels given so far stay as they are from then on.</numerusform>
            <numerusform>%n moments are still open. Labels given so far stay as they are from then on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerKnown</name>
    <message numerus="yes">
        <source>%1 expected within %n day(s)</source>
        <translation>
            <numerusform>%1 expected within %n day</numerusform>
            <numerusform>%1 expected within %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AutonomyScreen</name>
    <message numerus="yes">
        <source>%n gap(s), treated as Assisted</source>
        <translation>
            <numerusform>%n gap, treated as Assisted</numerusform>
            <numerusform>%n gaps, treated as Assisted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved, and %n stories fail now.</source>
        <translation>
            <numerusform>Saved, and %n story fails now.</numerusform>
            <numerusform>Saved, and %n stories fail now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerSide</name>
    <message numerus="yes">
        <source>%n profile(s) were merged into this one.</source>
        <translation>
            <numerusform>%n profile was merged into this one.</numerusform>
            <numerusform>%n profiles were merged into this one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JourneyDock</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JourneyWords</name>
    <message numerus="yes">
        <source>%n option(s)</source>
        <translation>
            <numerusform>%n option</numerusform>
            <numerusform>%n options</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LanesView</name>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n stage</numerusform>
            <numerusform>%n stages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touchpoint(s)</source>
        <translation>
            <numerusform>%n touchpoint</numerusform>
            <numerusform>%n touchpoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>%n more waiting</numerusform>
            <numerusform>%n more waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RailItem</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n waiting</numerusform>
            <numerusform>%1, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartCatalogue</name>
    <message numerus="yes">
        <source>%n stages</source>
        <translation>
            <numerusform>%n stage</numerusform>
            <numerusform>%n stages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n channel</numerusform>
            <numerusform>%n channels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message numerus="yes">
        <source>%1 cannot be opened: %n problems</source>
        <translation>
            <numerusform>%1 cannot be opened: %n problem</numerusform>
            <numerusform>%1 cannot be opened: %n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
