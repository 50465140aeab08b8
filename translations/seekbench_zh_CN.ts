<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Appearance</name>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AxisText</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>%1 %2</source>
        <comment>value and unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>node and parameter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: inside of the block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made differently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorBadge</name>
    <message>
        <source>expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureText</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GraphDifference</name>
    <message>
        <source>equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 became %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 was %3 and is %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the block is made differently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes its inputs from elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other inputs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <source>Double click on nothing, Tab or Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search for an operator to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag from a port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw a wire; dropped on nothing it offers what fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop an operator on a wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insert it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click on a block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open its inside; the path above the canvas leads back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go from node to node; with Ctrl or Shift move the node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C, arrow keys, Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect two nodes without a mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle drag, or Space and drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F and Shift+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show everything, or the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag in a plot, wheel, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move, zoom, show everything again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gestures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gestures and shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Seekbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workbench for learning deep learning by experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window is under the GNU General Public License, version 3 or later; the worker, the command line and the core are under the Apache License 2.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built on Qt, QCustomPlot, LibTorch, SQLite and FlatBuffers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>problem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogText</name>
    <message>
        <source>Resumed from step %1, attempt %2, on %3 (%4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started on %1 (%2), %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running from step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused after step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished after step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed at step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best checkpoint written at step %1, %2, %3 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint written at step %1, %2, %3 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <comment>metric, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NodeFactText</name>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per sample, fp32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NodeItem</name>
    <message>
        <source>pad %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stride %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from dim %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperatorPalette</name>
    <message>
        <source>Blocks (composite)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlotFiles</name>
    <message>
        <source>Pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunColumns</name>
    <message>
        <source>Shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation accuracy %, best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation loss, best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference to A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation loss, latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss, latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n in the graph</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunCommands</name>
    <message>
        <source>A worker is starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start waits: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start waits: %1 expects %2, got %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunFilter</name>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schedule</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1, %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused in epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued, seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 epochs, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped in epoch %1, can be resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted in epoch %1, can be resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed at step %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Screenshots</name>
    <message>
        <source>The demonstration did not end within three minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture %1 could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateText</name>
    <message>
        <source>not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>&amp;About Seekbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add operator…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Design</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export plots…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find node…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gestures and shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Group into a block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look at this machine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to &amp;queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply first quick fi&amp;x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto-&amp;layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit &amp;selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the run&apos;s &amp;experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG SVG CSV picture figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;wap operator…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and &amp;discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrange order nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cheat sheet keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipboard JSON text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close exit window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy nodes again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>design of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docks as at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doctor check installation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end keep a checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fold composite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>halt hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insert clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insert layer search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>later one after another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load experiment file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark every node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perspective graph canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perspective live curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perspective table of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove to clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repair problem mend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replace layer keep wires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run a command search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save weights now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show everything zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show selected zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>throw away trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train launch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>$SEEKBENCH_WORKER names %1, which is not a program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB are free on its disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to another user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to another version of Seekbench.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes of an unfinished frame were cut off the journal; they are kept beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be &quot;%2&quot;; it is one of: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be computed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be the path of a local socket: it needs 1 to %2 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot stand within an edge: it has no %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 clients are connected already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be flushed to the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be put in place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be renamed to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be shortened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not begin like a journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended with %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 dimensions; images have three: sample, row, column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 dimensions; labels have one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no %2 to connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no input %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no output %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has version %2; this Seekbench reads versions up to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds %2 images and %3 holds %4 labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds an expression; expressions are for the inside of composites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds the label %2, but there are %3 classes (0 to %4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2, and dimension %3 of the tensor that arrives at %4 is %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a port of this level and cannot become part of a block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is locked by another process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is longer than %2 bytes, which is the most that is read of such a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a whole number of 64 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not the folder of a run: it has no experiment.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not what was written there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the journal of the run %2, not of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must carry real numbers, and whole numbers arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must carry whole numbers, and real numbers arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs %2 dimensions, and the tensor that arrives has %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 numbers per sample cannot take this shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs are at work. %2 runs are in the queue, which is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 should be a folder of yours, and is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wants a number, and %2 is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wants a text, and %2 is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wants a whole number, and %2 is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wants one number or %2, and %3 are given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wants true or false, and %2 is neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wants whole numbers, and %2 is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would contain itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(*), as the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(*), whole numbers from 0 to num_embeddings - 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(*, *normalized_shape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(*, embedding_dim)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(*, in_features)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(*, out_features)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(batch, *)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(batch, *shape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(batch, channels, *output_size)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(batch, channels, height&apos;, width&apos;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(batch, channels, height, width)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(batch, in_channels, height, width)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(batch, num_features) or (batch, num_features, length)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(batch, num_features, height, width)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(batch, out_channels, height&apos;, width&apos;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(batch, sequence, directions · hidden_size), the last layer&apos;s hidden state at each step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(batch, sequence, embed_dim)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(batch, sequence, input_size)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(batch, source, embed_dim); the key when nothing is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(batch, source, embed_dim); the query when nothing is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(directions · num_layers, batch, hidden_size), the last hidden state of each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(directions · num_layers, batch, hidden_size), the last memory of each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1D batch normalization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2D adaptive average pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2D average pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2D batch normalization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2D convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2D max pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>70,000 grey pictures of clothes, 28 x 28 pixels, ten classes (Xiao, Rasul and Vollgraf 2017).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A JSON object is wanted; this is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch of metrics has %1 steps and %2 times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch of metrics has %1 steps and a column of %2 values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A checkpoint is damaged and was passed over. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chunk of points in the database is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A client could not be let in at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A local socket could not be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message of %1 bytes is too long for the journal; %2 is the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message of %1 bytes is too long for the socket; %2 is the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A node&apos;s name has 1 to %1 characters; this one has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number in the expression &quot;%1&quot; becomes too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A parameter&apos;s name is made of letters, digits and &quot;_&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pipe could not be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A share of the training part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weighted sum of the last dimension: y = x Wᵀ + b.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window of %1 (dilation %2) does not fit into the input with padding %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A worker is already training the run %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam with weight decay apart from the gradient (Loshchilov and Hutter 2019).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &quot;version&quot;: %1 if you wrote the file by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a 1×1 projection, %1 → %2 channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a 1×1 projection, %1 → %2 channels, stride %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a projection, %1 → %2 features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an Input of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an Output after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it outside of its own body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add its experiment file to train it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the node or remove the edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the denominator, so that it is never zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the variance, so that its root is never zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a learned number to each output channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a learned number to each output feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds its inputs number by number. Extents of 1 are stretched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds learned numbers in all four projections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds learned numbers to the gates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds this multiple of the weights to their gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along which the inputs are joined; negative: counted from the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along which the numbers add up to 1; negative: counted from the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An edge already leads to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An edge must be a list of two texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ankle boot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another process already serves the queue of this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another process listens at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approximation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for fewer or smaller samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that images and labels are not swapped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is the file you meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the file at that place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the graphics driver, or set the experiment&apos;s device to &quot;cpu&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the installation with: seekbench-cli doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder you may write to, for example with --workspace DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a name without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an IDX file of unsigned bytes, such as those of MNIST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an operator with an input and an output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another fix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another metric.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another optimizer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files that belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one from the palette.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the devices that are there, or &quot;cpu&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two files that belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close some programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Composites are nested more than %1 levels deep here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed, not measured: every class is a fixed random pattern, every sample its pattern plus noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed, not measured: the target is a fixed random linear map of the input plus noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concatenate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert the tensor to F32 with the program that wrote the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the nodes again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the experiment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine with warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay of the running mean of the gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay of the running mean of the squared gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices: cpu with %1 threads, and an NVIDIA GPU (cuda:0), if this worker was built for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices: cpu with %1 threads; no GPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimension %1 of the array has the size %2; arrays of 1 to %3 bytes are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between neighbouring points of the kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between neighbouring points of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides every pixel after the mean is taken from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each position of the query gathers a weighted mean of the values, weighted by how well their keys fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs between two drops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponentials divided by their sum: positive numbers that add up to 1 along one dimension.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extent of dimension 1 of the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extent of the input&apos;s last dimension.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extent of the last dimension of inputs and output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extent of the output&apos;s last dimension.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extents of one sample, such as 1, 28, 28.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extents of one sample, without the batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extents of the dimensions, from the end, that are normalized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of one drop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fashion-MNIST is there: %1 training and %2 test pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of the test images; empty when there are none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of the training images; relative to a data folder, or a whole path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of their labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of their labels; empty when there are none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished after %1 steps. The weights have the fingerprint %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First dimension that is merged; 0 is the batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow it with seekbench-cli attach %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some disk space and resume the run; it begins again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some disk space and resume the run; it goes on from step %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some disk space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some of your disk quota and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, or keep fewer checkpoints (training.keep_checkpoints).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generated classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generated regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give at least %1 characters, or &quot;last&quot;. The newest runs are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give both or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give more of the id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the run&apos;s folder its name back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives each channel mean 0 and variance 1 over batch, height and width, then scales and shifts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives each feature mean 0 and variance 1 over the batch, then scales and shifts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives its input out unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives the last dimensions of each sample mean 0 and variance 1, then scales and shifts them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey pictures and labels in the format of MNIST, plain or compressed with gzip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height and width of a kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height and width of the output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height and width of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the kernel moves from one position to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the window moves from one position to the next; an empty list: as far as it is large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How likely a number becomes zero on its way from one layer to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How likely a number becomes zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How likely an attention weight becomes zero while training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many LSTMs are stacked, each reading the one below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many attentions work side by side, each on its share of the features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many different numbers there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many features stand for one number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many kernels there are, each giving one channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the newest checkpoints are kept, besides the best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the training samples are gone through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hyperbolic tangent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IDX files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input number %1 differs from the first one in more than dimension %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input number %1 does not have the shape of the inputs before it, nor can it be stretched to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert Flatten before %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert Flatten before %1 and set %2 = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert Reshape to %1 before %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Debian&apos;s package dataset-fashion-mnist (apt-get install dataset-fashion-mnist), or put its four files into %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it there, or set $SEEKBENCH_WORKER to its path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newer version to see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the worker and its CUDA part from the same package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be in a long step; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It trains, but cannot be paused or stopped from outside; end the process if it hangs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its default must be true, false or a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its whole output is in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the largest number of each window of height and width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known fields are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last dimension that is merged; negative: counted from the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer normalization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns a scale and a shift for each feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns a scale and a shift for each normalized position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out of the selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the parameter out to use its default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it end first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibTorch reported: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for its name in the experiment&apos;s form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks ahead along the momentum; needs a momentum above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it anew from the run folders with: seekbench-cli rebuild</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes one dimension of several neighbouring ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minus infinities added on each side, at most half the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minus the logarithm of the softmax probability of the true class, averaged over the batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one edge leads to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it away, or choose another workspace with --workspace DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multi-head attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies its inputs number by number. Extents of 1 are stretched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name %1 only once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a folder below runs/ in a workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one with --workspace DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative numbers become zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov looks ahead along the momentum, and the momentum is 0. Set a momentum, such as 0.9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New extents after the batch; one may be -1: whatever is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No CUDA device was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No CUDA device was found: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No frame of %1 begins at byte %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No free name was found in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No node is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No worker is at the run %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody listens at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalized shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is connected to the input %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing uses what this node gives out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of classes; labels run from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of samples of the test part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of samples to train on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers in one input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers in one target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of everything that is drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the choice which samples are held out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the start weights, the order of the samples and dropout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 samples are there to train on; the limit of %2 has no effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a run can tell whether %1 numbers per sample can take this shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a run can tell whether dimension %1 of %2 is %3 (%4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a run can tell whether input number %1 differs from the first one in dimension %2 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a run can tell whether input number %1 has the shape of the inputs before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one of &quot;%1&quot; and &quot;%2&quot; is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the user who started a run can steer it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the workspace once where you may write to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others than you may use the folder %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters must be an object of names and values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the training samples that is held out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presses every number between -1 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presses every number between 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pullover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into the trash first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it there, set SEEKBENCH_DATA to its folder, or give its whole path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the run&apos;s journal back in its place, or remove the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts its inputs one after the other along one dimension.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the parameter &quot;classes&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads a sequence step by step and keeps a gated memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the numbers of each sample in another shape. The batch stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the sequence also from its end; the outputs stand side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real numbers, or whole numbers such as token ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recurrent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it, or set XDG_RUNTIME_DIR to a folder of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one of them, or number them with slots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the edge from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the metric %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces each whole number by a learned vector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset %1 to its default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the file from a copy; the frames behind the first bytes may be whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume the run: the damaged part is put aside and the run goes on from its last checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 --version to see why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &quot;seekbench-cli rebuild&quot;: it makes the database anew from the run folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SEEKBENCH_RESOURCES names %1, which has no folder &quot;experiments&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples that share one update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See all of them with seekbench-cli check, and start a new run with the mended experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what became of it with: seekbench-cli show %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See: seekbench-cli queue list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select %1, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the nodes that shall become one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends the skipped input through a 1×1 convolution, so that it has the output&apos;s shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %1 = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %1 = %2 and adapt %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %1 of %2 = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %1 of %2 = %3 and adapt %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set SEEKBENCH_RESOURCES to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set XDG_RUNTIME_DIR to a folder with a shorter path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set &quot;split.source&quot; to &quot;share&quot; to validate on a share of the training samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it to Seekbench&apos;s folder &quot;resources&quot;, or unset it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it to the path of %1, or unset it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the experiment&apos;s device to &quot;cpu&quot;, or use a Seekbench built with CUDA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the learning rate that is left at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the newest batch in the running mean and variance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the previous update that is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the samples whose highest output is the true class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the samples whose true class is among the three highest outputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shirt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrinks the weights by this multiple of the learning rate in each update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of hidden state and memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slides learned kernels over height and width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sneaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splits the channels into groups that do not see each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the uniform noise on the target; that of the target without it is about 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the uniform noise; that of a pattern is 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new run of its experiment to train again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one with: seekbench-cli train FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of an update, before the schedule&apos;s factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps between checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps between checkpoints; 0: only at the end and on stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps scaled by running means of the gradient and of its square (Kingma and Ba 2015).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stochastic gradient descent, with momentum where wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by the user at step %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped on request, with a checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped on request, without a new checkpoint: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride of the first convolution; 2 halves height and width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T-shirt/top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take their rights away (chmod 700 %1) after a look at what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken from every pixel, which lies from 0 to 1 before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes a last window that reaches beyond the edge, instead of leaving the rest out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes means over as many windows as the output wants, whatever the input&apos;s height and width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the mean of each window of height and width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CUDA part of Seekbench could not be opened: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The IDX file holds elements of type %1; only unsigned bytes (8) are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Input node &quot;%1&quot; is not made for the samples of the dataset &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON is nested more than %1 levels deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ONNX export of this operator is not written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PyTorch text of this operator is not written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TFLite export of this operator is not written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch size %1 is larger than the %2 training samples: every epoch is a single, smaller batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The block %1 is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bytes are not a Seekbench message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint belongs to another experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint could not be written: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint of step %1 was made by another version of this experiment; the numbers may differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The composite %1 contains itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The composite operators in %1 could not be listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The composite under &quot;composites.%1&quot; calls itself &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection could not be waited for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copied text has no graph in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data cannot be read (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data of the tensor %1 is not as long as its shape says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 could not be opened or written (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 is damaged (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 is in use by another program (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 refused (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database has version %1; this Seekbench reads versions up to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database opens and knows %1 runs; there are %2 run folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was made by an older Seekbench and cannot be brought up to date, because it was opened for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dataset ended before the epoch did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dataset has %1 training and %2 test samples; both parts are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dataset has %1 training samples; a split needs at least two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dataset has changed since the checkpoint of step %1; the numbers may differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device %1 is in use by process %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device must be &quot;cpu&quot; or &quot;cuda:&quot; and a number, such as &quot;cuda:0&quot;; it is &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds the database %1 is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edge from %1 to %2 ends at a node that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edge from %1 to %2 names the node %3, which does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edges lead in a circle: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of the compressed file is damaged (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint of the run %1 belongs to the run %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact function, or its approximation with a hyperbolic tangent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment cannot be trained: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment cannot be trained: %1 (and %2 more errors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment&apos;s form says which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression &quot;%1&quot; cannot be read at its character %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression &quot;%1&quot; divides by zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression &quot;%1&quot; ends too early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression &quot;%1&quot; names %2, which is no parameter of this composite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression &quot;%1&quot; names %2, which is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression is longer than %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression is nested more than %1 levels deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be %2; it is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be an object with a text &quot;kind&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be an object; it is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &quot;colour&quot; must be empty or like &quot;slot:3&quot;; it is &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &quot;composites&quot; must be an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &quot;edges&quot; must be a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &quot;nodes&quot; must be a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &quot;parameters&quot; of a composite must be a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &quot;split.source&quot; must be &quot;%1&quot; or &quot;%2&quot;; it is &quot;%3&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &quot;version&quot; is missing or not an integer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends after %1 bytes, in the middle of its content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends too early: %1 bytes are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file goes on after its %1 bytes of data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has version %1 of the format %2; this Seekbench reads versions up to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is a database of another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is only %1 bytes long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of predictions is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first bytes of %1 are damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 could not be flushed to the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 could not be found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 could not be looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 could not be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder &quot;resources&quot; was found neither at %1 nor at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generated samples would hold %1 numbers; at most %2 are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graph has %1 Input nodes, but a sample of the dataset &quot;%2&quot; has %3 parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graph has no Input node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graph has no Output node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header announces %1 bytes, which a file of %2 bytes cannot hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header entry of the tensor %1 has no valid &quot;dtype&quot;, &quot;shape&quot; and &quot;data_offsets&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header is not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header is said to be %1 bytes long, which cannot be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of %1 and %2 differ in size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input has no batch dimension to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal %1 has not been begun yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal of the run %1 is damaged at byte %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate is multiplied by a factor every few epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate rises linearly, then falls along half a cosine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lock %1 could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log of the run says what was done before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss &quot;%1&quot; needs classes, and the dataset &quot;%2&quot; has none. Choose &quot;mse&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss &quot;%1&quot; needs real numbers as target, and the dataset &quot;%2&quot; has classes. Choose &quot;cross_entropy&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss &quot;%1&quot; wants an output of the target&apos;s shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss &quot;%1&quot; wants one output for each of the %2 classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is not a finite number from step %1 on. A smaller learning rate often helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message has %1 number %2, which this version does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric &quot;%1&quot; counts classes, and the dataset &quot;%2&quot; has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric &quot;%1&quot; is named twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest runs are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next validation of the run writes it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The node is kept as %1 and calls itself %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The node name &quot;%1&quot; holds a dot, a slash or a control character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator %1 of the node %2 cannot be trained yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side speaks version %1 of Seekbench&apos;s messages; this one speaks version %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path through %1 leaves the selection and comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The predictions were written by a newer Seekbench (format %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program %1 is not in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program %1, which does the training, is not in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resources are there, with %1 composite operators.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run %1 has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run %1 has finished; there is nothing left to train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run %1 is being trained already, by process %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run %1 is locked by process %2, which has no endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run %1 is not in the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run %1 waits in the queue already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run can be resumed from step %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run cannot be paused or asked for its status, but it is trained: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is not in the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is not paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is paused already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is still at work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run stops with a checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting &quot;%1&quot; takes a value of another type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of samples held out must lie between 0 and 1; it is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of %1 could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The squared difference between output and target, averaged over all their elements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of the random generator belongs to another device or another LibTorch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of the random generator cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor %1 does not begin where the one before it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor %1 has an element type that safetensors files of Seekbench do not hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor %1 has another shape or element type than the model wants.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor %1 has the element type %2, which Seekbench does not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor %1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensors could not be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensors fill %1 bytes, but the file holds %2 bytes of data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is %1 bytes long; at most %2 are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The thread that answers commands could not be started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training state cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value %1 of %2 is out of range; it must lie from %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value %1 of %2 is too large; the most is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value %1 of %2 is too small; the least is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value must lie between %1 and %2; it is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The warm-up takes %1 steps and the whole run %2: the full learning rate is hardly reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker at %1 could not be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker at %1 is too busy to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker could not listen at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker declined to go on: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker declined: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker died at step %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker does not know this command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker ended at its start (%1) and said nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker ended at its start (%1): %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker has not begun within %1 s; it is still trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker may have ended; look at the run&apos;s state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker of the run %1 did not answer within %2 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker of the run %1 has no endpoint yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker of the run %1 speaks version %2 of the protocol; this is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker starts: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace %1 has no runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace %1 is writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zeros of the padding take part in the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 errors in all; `seekbench-cli check FILE` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 tensors where the model has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are two of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a checkpoint of step %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a node %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no &quot;%1&quot; here. Known are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no database %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no dataset &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no dataset &quot;%1&quot;. Known are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device cuda:%1; the last one is cuda:%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no edge from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot; here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file %1 in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder for the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no loss named %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no metric &quot;%1&quot;. Known are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no metric named %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no node %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no operator %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no operator &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no optimizer named %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no parameter %1 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run &quot;%1&quot; in the workspace %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no temporary folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was not enough memory (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Seekbench was built without CUDA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a %1 file: its field &quot;format&quot; does not say &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an IDX file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not valid JSON: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads of the processor; 0: one for each core.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-3 accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train something first, or run &quot;seekbench-cli rebuild&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss of the epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training needs one Output node; the graph has %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training samples used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains on the first samples only; 0: on all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trouser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two 3×3 convolutions whose result is added to the input (He et al. 2016, arXiv 1512.03385). Where channels or size change, the input needs a projection to fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two edges lead to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two files of %1 define the composite %2; the second is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two nodes have the name %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two tensors are named %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Seekbench to open it. The file was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Seekbench to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates until the full learning rate is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use &quot;cpu&quot; or &quot;cuda:0&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a smaller batch size or a smaller model, or close other programs, and start a new run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another copy of the file; this one is damaged or not a safetensors file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters, digits and &quot;_&quot;, and no id of a built-in operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the Seekbench that started the run, or stop the run and resume it with this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the Seekbench that started the run, or update this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the seekbench-cli that started the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vector size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 of the format %2 never existed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it has finished, or put the run into the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch it with: seekbench-cli attach %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model gives out. Inside a composite operator: an output port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is computed: the processor or one GPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where samples enter the model. Inside a composite operator: an input port, whose type comes from outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where validation samples come from: a share of the training part, or the test part of the dataset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While training, sets numbers to zero at random and scales the others up; otherwise changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With all composites expanded, the graph has more than %1 nodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &quot;version&quot;: %1 if you wrote the file by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as node.port, or node.port.slot for one of many edges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like [&quot;a.output&quot;, &quot;b.input&quot;].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros added on each side of height and width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros added on each side, at most half the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the id of a composite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the id of a run: it needs 1 to %2 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a local socket: it needs 1 to %2 characters and no slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not name a port of a node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the beginning of %2 runs: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too short for the beginning of a run&apos;s id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;when&quot; is 0 here, and only a node with one input and one output can be passed by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beginning the journal %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>building the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changing the run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting to the worker of the run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cutting the torn end off %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleting the run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dim is %1, and the first input has %2 dimensions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dim is %1, and the input has %2 dimensions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forgetting the run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>going on from the checkpoint of step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>greeting the worker of the run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>groups (%1) must divide both in_channels (%2) and out_channels (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it sent %1 messages at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it sent a message that is not a command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeping a copy of what is not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeping some room on the disk for the end of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listing the attempts of the run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listing the checkpoints of the run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listing the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listing the series of the run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listing the whole database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking at the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>making a folder for the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normalized_shape needs at least one number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null is not a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>num_heads (%1) must divide embed_dim (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening the database %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening the dataset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening the dataset Fashion-MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening the device %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening the workspace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padding (%1) may be at most half of kernel_size (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pasting nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading %1 of the run %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading &quot;composites.%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading &quot;graph&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the body of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the checkpoint of step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the experiment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the log of the run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the node %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the parameter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the parameter %1 of the composite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rebuilding %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recording the run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replacing the rows of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restoring what was not saved; it is kept as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saving %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seekbench-cli check says which there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting up the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting up the optimizer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shape may hold one -1 and no 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shapes that can be stretched to one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shapes that differ in dimension dim only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>splitting the dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start_dim %1 to end_dim %2 is no range of dimensions of the input, which has %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting the run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>talking to the worker of the run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input with dimensions start_dim to end_dim multiplied into one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the stretched shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sum of the extents in dimension dim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing the checkpoint of step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing the predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x times its sigmoid, also called swish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x times the probability that a normal number is below x (Hendrycks and Gimpel 2016).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>error</name>
    <message>
        <source>While %1: </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::ChoiceSection</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::CommandPalette</name>
    <message>
        <source>Run a command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::ComparePerspective</name>
    <message>
        <source>Remove for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n runs with their weights and curves? This cannot be undone.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::ComparePlots</name>
    <message>
        <source>%1, validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series of the left plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series of the right plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick runs in the table above: their curves are laid over one another here, and the first two are compared.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::CompareView</name>
    <message numerus="yes">
        <source>+ %n added</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>− %n removed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>≠ %n changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n equal</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Only differences %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n equal one(s) hidden</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tick two runs to see what differs between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two experiments are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A %1</source>
        <comment>the run A</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B %1</source>
        <comment>the run B</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>percentage points of the best validation accuracy; one run of each, so no interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several things changed at once: %1 belongs to all of them together, not to one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several things changed at once: the result belongs to all of them together, not to one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>versus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <comment>the run A</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <comment>the run B</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference, B − A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results of A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which settings are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference of the graphs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::DatasetPreview</name>
    <message>
        <source>%1: %2 to train on, %3 to validate with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples and class balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 samples to train on, %2 to validate with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2 more classes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::DesignPerspective</name>
    <message>
        <source>The command is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::DocumentFile</name>
    <message>
        <source>untitled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::ExperimentForm</name>
    <message>
        <source>Set %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to train on, %1 to validate with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in each epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn for %1 steps in each epoch: the number of samples is known when the files are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the experiment first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule of the learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same run from the command line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::GraphDifferenceView</name>
    <message>
        <source>Differences of the graphs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::GraphEditor</name>
    <message>
        <source>%1 parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 multiply-adds per sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activations %1 per sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as far as the shapes are known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the nodes show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured times come with the profiler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay out the graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole graph (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag an operator here, or press Tab to search one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n nodes copied as text</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to paste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no quick fix for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one node to rename it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What feeds %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fits %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one node to swap its operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::GraphGestures</name>
    <message numerus="yes">
        <source>Disconnect %n wires</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n nodes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Move %n nodes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect %1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Paste %n nodes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n nodes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap %1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Fold %n nodes into %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::GraphKeyboard</name>
    <message>
        <source>Arrows choose where the wire ends, Tab its port, C its source; Enter connects, Esc cancels.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::GraphOutline</name>
    <message>
        <source>Nodes of the graph</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::GraphScene</name>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::GraphView</name>
    <message>
        <source>Model graph</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::Inspector</name>
    <message>
        <source>Rename the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a node with the name &quot;%1&quot; already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Set %1 of %n node(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the node; weights and problems use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape and cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::InterruptedRuns</name>
    <message>
        <source>Interrupted runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n runs ended without finishing: their worker was killed or the machine went off. Nothing written is lost; a resume goes on from the newest checkpoint.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Keep them as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, step %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::LevelBar</name>
    <message>
        <source>Go back to this level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top level</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, × %n uses</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>seekbench::LogView</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the run says will stand here: the end of every epoch, checkpoints, warnings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line matches.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::MainWindow</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved; a copy is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Docks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::MessageLine</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::Minimap</name>
    <message>
        <source>Overview of the graph</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::NameField</name>
    <message>
        <source>Name of the node</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::NodeProblemCard</name>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::OperatorPalette</name>
    <message>
        <source>Search operators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No operator is called that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag onto the canvas, or onto a wire to insert.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::OperatorSearch</name>
    <message>
        <source>Search operators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operators that match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No operator is called that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::OutlineModel</name>
    <message>
        <source>Error: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::ParameterForm</name>
    <message>
        <source>different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset %1 to its default</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::PictureGrid</name>
    <message>
        <source>predicted %1, %2 % sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is really %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample %1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples with predictions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::PredictionsView</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the first validation of a classification its samples stand here with what the network says about them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sample was wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1, validation set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 % of %3, 95 % interval %4 to %5 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy of classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = %1 each, 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most often confused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true → predicted, times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>share</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best and latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next samples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::ProblemList</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter shows the place, Alt+Enter applies the first fix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>checked in %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::ProblemModel</name>
    <message>
        <source>Error at %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning at %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick fix</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::RunHeader</name>
    <message>
        <source>Pause after this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauses after the step at work; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on where the run is, or from its newest checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop, keep checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes a checkpoint and ends; the run can be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes a checkpoint of the step at work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Start in Design, or choose a run on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>share</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the worker&apos;s first word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 elapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the latest steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2, from the latest steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best checkpoint: epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best checkpoint: step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest checkpoint: step %1, %2 ago, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest checkpoint: step %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No checkpoint yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume continues it from step %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no checkpoint: Resume begins anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted at step %1: its worker was killed or crashed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run failed; its log says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused after step %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing a checkpoint, then the run ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker is starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting in the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new for %1; the worker is alive.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::RunList</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your runs will stand here, newest first: those at work with their progress, those that wait, and what came of the others. Press Start (F5) in Design to make the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run has these words in its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: best validation accuracy (%). Ticked runs are drawn in the same plots: colour says which run, line style which metric.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::RunPlots</name>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>showing %1 of %2 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest of the worker: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>median of the last %n steps</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of what was before in the moving average. The raw values stay visible as a band.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows everything in all plots (F in a plot)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points in view (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::RunTable</name>
    <message numerus="yes">
        <source>Colour %n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is no &quot;%1&quot; to filter by. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Move %n run(s) to the trash</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Showing %1 of %2 runs, the others are filtered out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns, %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: words, state:finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grouping of the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the runs in the trash instead of the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show or hide curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare as &amp;A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare as &amp;B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the &amp;trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;estore from the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour &amp;%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::RunTableModel</name>
    <message>
        <source>curves shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curves hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colour %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean, 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>an interval</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = %1: one value has no interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean %1, 95 % interval %2 – %3, n = %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the notes of run %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::SchedulePlot</name>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate over the steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::SeriesPlot</name>
    <message>
        <source>best %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, right axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 points shown, smallest and largest per pixel column</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n points shown, all there are</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 points shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::StatusLine</name>
    <message>
        <source>Worker idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n workers running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n threads</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>memory unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured on CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom of the canvas</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::ToolBar</name>
    <message>
        <source>%1  edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start training in a process of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a command…  %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent and example experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::TrainPerspective</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>seekbench::WindowSession</name>
    <message>
        <source>%1 waits in the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was not saved when the window last ended is back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
