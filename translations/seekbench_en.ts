<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>NodeKernels</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kernels</source>
        <translation>
            <numerusform>%n kernel</numerusform>
            <numerusform>%n kernels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunColumns</name>
    <message numerus="yes">
        <source>%n in the graph</source>
        <translation>
            <numerusform>%n in the graph</numerusform>
            <numerusform>%n in the graph</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n setting</numerusform>
            <numerusform>%n settings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>seekbench::ComparePerspective</name>
    <message numerus="yes">
        <source>Delete %n runs with their weights and curves? This cannot be undone.</source>
        <translation>
            <numerusform>Delete %n run with its weights and curves? This cannot be undone.</numerusform>
            <numerusform>Delete %n runs with their weights and curves? This cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>seekbench::CompareView</name>
    <message numerus="yes">
        <source>+ %n added</source>
        <translation>
            <numerusform>+ %n added</numerusform>
            <numerusform>+ %n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>− %n removed</source>
        <translation>
            <numerusform>− %n removed</numerusform>
            <numerusform>− %n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>≠ %n changed</source>
        <translation>
            <numerusform>≠ %n changed</numerusform>
            <numerusform>≠ %n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n equal</source>
        <translation>
            <numerusform>%n equal</numerusform>
            <numerusform>%n equal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n equal one(s) hidden</source>
        <translation>
            <numerusform>%n equal one hidden</numerusform>
            <numerusform>%n equal ones hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>seekbench::GraphEditor</name>
    <message numerus="yes">
        <source>%n nodes copied as text</source>
        <translation>
            <numerusform>%n node copied as text</numerusform>
            <numerusform>%n nodes copied as text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 a step, mean of %n steps · %2</source>
        <translation>
            <numerusform>%1 a step, of %n step · %2</numerusform>
            <numerusform>%1 a step, mean of %n steps · %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The network was changed after this profile: %n nodes differ.</source>
        <translation>
            <numerusform>The network was changed after this profile: %n node differs.</numerusform>
            <numerusform>The network was changed after this profile: %n nodes differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>seekbench::GraphGestures</name>
    <message numerus="yes">
        <source>Disconnect %n wires</source>
        <translation>
            <numerusform>Disconnect %n wire</numerusform>
            <numerusform>Disconnect %n wires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n nodes</source>
        <translation>
            <numerusform>Delete %n node</numerusform>
            <numerusform>Delete %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n nodes</source>
        <translation>
            <numerusform>Move %n node</numerusform>
            <numerusform>Move %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n nodes</source>
        <translation>
            <numerusform>Paste %n node</numerusform>
            <numerusform>Paste %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n nodes</source>
        <translation>
            <numerusform>Duplicate %n node</numerusform>
            <numerusform>Duplicate %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fold %n nodes into %1</source>
        <translation>
            <numerusform>Fold %n node into %1</numerusform>
            <numerusform>Fold %n nodes into %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>seekbench::Inspector</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set %1 of %n node(s)</source>
        <translation>
            <numerusform>Set %1 of %n node</numerusform>
            <numerusform>Set %1 of %n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>seekbench::InterruptedRuns</name>
    <message numerus="yes">
        <source>%n runs ended without finishing: their worker was killed or the machine went off. Nothing written is lost; a resume goes on from the newest checkpoint.</source>
        <translation>
            <numerusform>%n run ended without finishing: its worker was killed or the machine went off. Nothing written is lost; a resume goes on from the newest checkpoint.</numerusform>
            <numerusform>%n runs ended without finishing: their worker was killed or the machine went off. Nothing written is lost; a resume goes on from the newest checkpoint.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>seekbench::LevelBar</name>
    <message numerus="yes">
        <source>%1, × %n uses</source>
        <translation>
            <numerusform>%1, × %n use</numerusform>
            <numerusform>%1, × %n uses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>seekbench::ProblemList</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>seekbench::ProfileView</name>
    <message numerus="yes">
        <source>%1 a step, mean of %n steps</source>
        <translation>
            <numerusform>%1 a step, of %n step</numerusform>
            <numerusform>%1 a step, mean of %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>seekbench::RunPlots</name>
    <message numerus="yes">
        <source>median of the last %n steps</source>
        <translation>
            <numerusform>median of the last %n step</numerusform>
            <numerusform>median of the last %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>seekbench::RunTable</name>
    <message numerus="yes">
        <source>Colour %n run(s)</source>
        <translation>
            <numerusform>Colour %n run</numerusform>
            <numerusform>Colour %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n run(s) to the trash</source>
        <translation>
            <numerusform>Move %n run to the trash</numerusform>
            <numerusform>Move %n runs to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n run(s)</source>
        <translation>
            <numerusform>Restore %n run</numerusform>
            <numerusform>Restore %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 run(s)</source>
        <translation>
            <numerusform>%1 run</numerusform>
            <numerusform>%1 runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>seekbench::SeriesPlot</name>
    <message numerus="yes">
        <source>%n points shown, all there are</source>
        <translation>
            <numerusform>%n point shown, all there are</numerusform>
            <numerusform>%n points shown, all there are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>seekbench::StatusLine</name>
    <message numerus="yes">
        <source>%n workers running</source>
        <translation>
            <numerusform>%n worker running</numerusform>
            <numerusform>%n workers running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n threads</source>
        <translation>
            <numerusform>%1, %n thread</numerusform>
            <numerusform>%1, %n threads</numerusform>
        </translation>
    </message>
</context>
</TS>
