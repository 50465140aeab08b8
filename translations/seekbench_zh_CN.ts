<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Advice</name>
    <message>
        <source>Advice: %1</source>
        <translation>建议：%1</translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>高对比度，浅色</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>高对比度，深色</translation>
    </message>
</context>
<context>
    <name>AxisText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 时</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1 时 %2</translation>
    </message>
</context>
<context>
    <name>CodeFiles</name>
    <message>
        <source>Python (*.py)</source>
        <translation>Python (*.py)</translation>
    </message>
    <message>
        <source>C++ (*.h)</source>
        <translation>C++ (*.h)</translation>
    </message>
    <message>
        <source>Save the code</source>
        <translation>保存代码</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>已写入 %1。</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>%1 %2</source>
        <comment>value and unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: operator</source>
        <translation>%1 算子</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>node and parameter</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: inside of the block</source>
        <translation>%1 块内部</translation>
    </message>
    <message>
        <source>made differently</source>
        <translation>构成不同</translation>
    </message>
    <message>
        <source>%1: inputs</source>
        <translation>%1 输入</translation>
    </message>
    <message>
        <source>from elsewhere</source>
        <translation>来自别处</translation>
    </message>
    <message>
        <source>Content of the data</source>
        <translation>数据内容</translation>
    </message>
</context>
<context>
    <name>ErrorBadge</name>
    <message>
        <source>expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>got</source>
        <translation>实际</translation>
    </message>
</context>
<context>
    <name>FigureText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 时 %2 分</translation>
    </message>
</context>
<context>
    <name>GraphDifference</name>
    <message>
        <source>equal</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>改</translation>
    </message>
    <message>
        <source>added</source>
        <translation>加</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删</translation>
    </message>
    <message>
        <source>%1 is equal.</source>
        <translation>%1 相同。</translation>
    </message>
    <message>
        <source>%1 (%2) was added.</source>
        <translation>新增 %1（%2）。</translation>
    </message>
    <message>
        <source>%1 (%2) was removed.</source>
        <translation>删除 %1（%2）。</translation>
    </message>
    <message>
        <source>%1: %2 became %3.</source>
        <translation>%1：%2 改为 %3。</translation>
    </message>
    <message>
        <source>%1: %2 was %3 and is %4.</source>
        <translation>%1：%2 由 %3 改为 %4。</translation>
    </message>
    <message>
        <source>%1: the block is made differently.</source>
        <translation>%1：块的内部不同。</translation>
    </message>
    <message>
        <source>%1 takes its inputs from elsewhere.</source>
        <translation>%1 的输入来自别处。</translation>
    </message>
    <message>
        <source>other inputs</source>
        <translation>输入不同</translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <source>Double click on nothing, Tab or Space</source>
        <translation>双击空白处，或按 Tab、空格</translation>
    </message>
    <message>
        <source>search for an operator to add</source>
        <translation>搜索并添加算子</translation>
    </message>
    <message>
        <source>Drag from a port</source>
        <translation>从端口拖出</translation>
    </message>
    <message>
        <source>draw a wire; dropped on nothing it offers what fits</source>
        <translation>画连线；松手在空白处，则列出可接的算子</translation>
    </message>
    <message>
        <source>Drop an operator on a wire</source>
        <translation>把算子放到连线上</translation>
    </message>
    <message>
        <source>insert it there</source>
        <translation>插入到该处</translation>
    </message>
    <message>
        <source>Double click on a block</source>
        <translation>双击块</translation>
    </message>
    <message>
        <source>open its inside; the path above the canvas leads back</source>
        <translation>打开其内部；画布上方的路径可返回</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>go from node to node; with Ctrl or Shift move the node</source>
        <translation>在节点间移动；按住 Ctrl 或 Shift 则移动节点</translation>
    </message>
    <message>
        <source>C, arrow keys, Enter</source>
        <translation>C、方向键、回车</translation>
    </message>
    <message>
        <source>connect two nodes without a mouse</source>
        <translation>不用鼠标连接两个节点</translation>
    </message>
    <message>
        <source>Middle drag, or Space and drag</source>
        <translation>中键拖动，或空格加拖动</translation>
    </message>
    <message>
        <source>move the canvas</source>
        <translation>平移画布</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>zoom at the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message>
        <source>F and Shift+F</source>
        <translation>F 和 Shift+F</translation>
    </message>
    <message>
        <source>show everything, or the selection</source>
        <translation>显示全部，或显示选中部分</translation>
    </message>
    <message>
        <source>Drag in a plot, wheel, double click</source>
        <translation>在图中拖动、滚轮、双击</translation>
    </message>
    <message>
        <source>move, zoom, show everything again</source>
        <translation>平移、缩放、恢复全部</translation>
    </message>
    <message>
        <source>Gestures</source>
        <translation>手势</translation>
    </message>
    <message>
        <source>Gestures and shortcuts</source>
        <translation>手势与快捷键</translation>
    </message>
    <message>
        <source>About Seekbench</source>
        <translation>关于 Seekbench</translation>
    </message>
    <message>
        <source>A workbench for learning deep learning by experiment.</source>
        <translation>通过实验学习深度学习的工作台。</translation>
    </message>
    <message>
        <source>The window is under the GNU General Public License, version 3 or later; the worker, the command line and the core are under the Apache License 2.0.</source>
        <translation>窗口部分采用 GNU 通用公共许可证第 3 版或更新版本；工作进程、命令行与核心采用 Apache 许可证 2.0。</translation>
    </message>
    <message>
        <source>Built on Qt, QCustomPlot, LibTorch, SQLite and FlatBuffers.</source>
        <translation>基于 Qt、QCustomPlot、LibTorch、SQLite 和 FlatBuffers。</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>LogText</name>
    <message>
        <source>Resumed from step %1, attempt %2, on %3 (%4)</source>
        <translation>从第 %1 步继续，第 %2 次启动，设备 %3（%4）</translation>
    </message>
    <message>
        <source>Started on %1 (%2), %3</source>
        <translation>已在 %1（%2）上启动，%3</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Running from step %1</source>
        <translation>从第 %1 步起运行</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused after step %1</source>
        <translation>已在第 %1 步后暂停</translation>
    </message>
    <message>
        <source>Stopping after step %1</source>
        <translation>将在第 %1 步后停止</translation>
    </message>
    <message>
        <source>Stopped after step %1</source>
        <translation>已在第 %1 步后停止</translation>
    </message>
    <message>
        <source>Finished after step %1</source>
        <translation>已在第 %1 步后完成</translation>
    </message>
    <message>
        <source>Failed at step %1</source>
        <translation>在第 %1 步失败</translation>
    </message>
    <message>
        <source>Best checkpoint written at step %1, %2, %3 ms</source>
        <translation>最佳检查点 第 %1 步已写入，%2，%3 毫秒</translation>
    </message>
    <message>
        <source>Checkpoint written at step %1, %2, %3 ms</source>
        <translation>检查点 第 %1 步已写入，%2，%3 毫秒</translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>training %1</source>
        <translation>训练 %1</translation>
    </message>
    <message>
        <source>validation %1</source>
        <translation>验证 %1</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <comment>metric, value</comment>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>MetricWords</name>
    <message>
        <source>95 % interval, low</source>
        <translation>95 % 区间，下限</translation>
    </message>
    <message>
        <source>95 % interval, high</source>
        <translation>95 % 区间，上限</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>随机水平</translation>
    </message>
    <message>
        <source>most frequent class</source>
        <translation>最常见的类别</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>与上次相同</translation>
    </message>
    <message>
        <source>what the grammar leaves open</source>
        <translation>语法未确定的部分</translation>
    </message>
</context>
<context>
    <name>NodeFactText</name>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>乘加</translation>
    </message>
    <message>
        <source>per sample</source>
        <translation>每样本</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>per sample, fp32</source>
        <translation>每样本，fp32</translation>
    </message>
    <message>
        <source>from the input</source>
        <translation>由输入得出</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
</context>
<context>
    <name>NodeItem</name>
    <message>
        <source>pad %1</source>
        <translation>填充 %1</translation>
    </message>
    <message>
        <source>stride %1</source>
        <translation>步幅 %1</translation>
    </message>
    <message>
        <source>%1 features</source>
        <translation>%1 个特征</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>输出 %1</translation>
    </message>
    <message>
        <source>%1 heads</source>
        <translation>%1 个头</translation>
    </message>
    <message>
        <source>from dim %1</source>
        <translation>从维度 %1 起</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>when %1</source>
        <translation>当 %1</translation>
    </message>
    <message>
        <source>Its weights are frozen: training leaves them as they are.</source>
        <translation>其权重已冻结：训练不会改变它们。</translation>
    </message>
</context>
<context>
    <name>NodeKernels</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>computed with %1</source>
        <translation>与 %1 一起计算</translation>
    </message>
    <message numerus="yes">
        <source>%n kernels</source>
        <translation>
            <numerusform>%n 个内核</numerusform>
        </translation>
    </message>
    <message>
        <source>The reference engine computes this network. %1</source>
        <translation>此网络由参考引擎计算。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 for results and workspace at batch size %2</source>
        <translation>结果和工作区共 %1（批量大小 %2）</translation>
    </message>
</context>
<context>
    <name>NodeTimes</name>
    <message>
        <source>%1 of %2 attainable (%3 %)</source>
        <translation>可达 %2，实际 %1（%3 %）</translation>
    </message>
    <message>
        <source>could take %1 (%2 %)</source>
        <translation>可以只用 %1（%2 %）</translation>
    </message>
    <message>
        <source>%1 a step, %2 % of it</source>
        <translation>每步 %1，占 %2 %</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>No slices of its own: it costs nothing, or is computed together with a neighbour.</source>
        <translation>没有自己的片段：不费时间，或与相邻节点一起计算。</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>之前：%1</translation>
    </message>
    <message>
        <source>Changed since the profile was taken. Before:</source>
        <translation>性能分析之后有改动。之前：</translation>
    </message>
</context>
<context>
    <name>OperatorPalette</name>
    <message>
        <source>Blocks (composite)</source>
        <translation>块（复合算子）</translation>
    </message>
</context>
<context>
    <name>PlotFiles</name>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Figures (*.csv)</source>
        <translation>数据 (*.csv)</translation>
    </message>
    <message>
        <source>Export the plot</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
</context>
<context>
    <name>RunColumns</name>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Validation accuracy %, best</source>
        <translation>验证准确率 %，最佳</translation>
    </message>
    <message>
        <source>latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Validation loss, best</source>
        <translation>验证损失，最佳</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Difference to A</source>
        <translation>与 A 的差别</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Validation loss, latest</source>
        <translation>验证损失，最新</translation>
    </message>
    <message>
        <source>Training loss, latest</source>
        <translation>训练损失，最新</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批量大小</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message numerus="yes">
        <source>%n in the graph</source>
        <translation>
            <numerusform>图 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>设置 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>Metric, best</source>
        <translation>指标（最佳）</translation>
    </message>
</context>
<context>
    <name>RunCommands</name>
    <message>
        <source>A worker is starting…</source>
        <translation>正在启动工作进程…</translation>
    </message>
    <message>
        <source>Start waits: %1</source>
        <translation>不能开始：%1</translation>
    </message>
    <message>
        <source>%1 expects %2, got %3</source>
        <translation>%1 期望 %2，实际为 %3</translation>
    </message>
</context>
<context>
    <name>RunFilter</name>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>调度</translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>Running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>epoch %1, %2 %</source>
        <translation>第 %1 轮，%2 %</translation>
    </message>
    <message>
        <source>paused in epoch %1</source>
        <translation>停在第 %1 轮</translation>
    </message>
    <message>
        <source>queued, seed %1</source>
        <translation>排队中，种子 %1</translation>
    </message>
    <message>
        <source>%1 epochs, %2</source>
        <translation>%1 轮，%2</translation>
    </message>
    <message>
        <source>stopped in epoch %1, can be resumed</source>
        <translation>停在第 %1 轮，可继续</translation>
    </message>
    <message>
        <source>interrupted in epoch %1, can be resumed</source>
        <translation>中断于第 %1 轮，可继续</translation>
    </message>
    <message>
        <source>failed at step %1</source>
        <translation>在第 %1 步失败</translation>
    </message>
</context>
<context>
    <name>Screenshots</name>
    <message>
        <source>The demonstration did not end within three minutes.</source>
        <translation>演示运行三分钟内没有结束。</translation>
    </message>
    <message>
        <source>The picture %1 could not be written.</source>
        <translation>图片 %1 无法写入。</translation>
    </message>
</context>
<context>
    <name>StateText</name>
    <message>
        <source>not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
</context>
<context>
    <name>TraceWords</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Loader</source>
        <translation>数据加载</translation>
    </message>
    <message>
        <source>Validation loader</source>
        <translation>验证数据加载</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>&amp;About Seekbench</source>
        <translation>关于 Seekbench(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Add operator…</source>
        <translation>添加算子(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Checkpoint</source>
        <translation>检查点(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Design</source>
        <translation>设计(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>再制(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export plots…</source>
        <translation>导出图(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Find node…</source>
        <translation>查找节点(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Fit all</source>
        <translation>显示全部(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Gestures and shortcuts</source>
        <translation>手势与快捷键(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Graph</source>
        <translation>网络图(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Group into a block</source>
        <translation>组成块(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Look at this machine…</source>
        <translation>检查本机(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;New experiment</source>
        <translation>新建实验(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>恢复默认布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Add to &amp;queue</source>
        <translation>加入队列(&amp;Q)</translation>
    </message>
    <message>
        <source>Apply first quick fi&amp;x</source>
        <translation>应用首个快速修复(&amp;X)</translation>
    </message>
    <message>
        <source>Auto-&amp;layout</source>
        <translation>自动布局(&amp;L)</translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation>命令面板(&amp;P)…</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>Fit &amp;selection</source>
        <translation>显示选中部分(&amp;S)</translation>
    </message>
    <message>
        <source>Open the run&apos;s &amp;experiment</source>
        <translation>打开该运行的实验(&amp;E)</translation>
    </message>
    <message>
        <source>PNG SVG CSV picture figures</source>
        <translation>图片 曲线 数据 导出 dct tp sj PNG SVG CSV</translation>
    </message>
    <message>
        <source>Re&amp;name node</source>
        <translation>重命名节点(&amp;N)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>S&amp;wap operator…</source>
        <translation>更换算子(&amp;W)…</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Stop and &amp;discard</source>
        <translation>停止并丢弃(&amp;D)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>arrange order nodes</source>
        <translation>排列 整理 节点 布局 zdbj pl zl</translation>
    </message>
    <message>
        <source>change name</source>
        <translation>改名 重命名 cmm gm</translation>
    </message>
    <message>
        <source>cheat sheet keys</source>
        <translation>快捷键 按键 手势 帮助 ss kjj</translation>
    </message>
    <message>
        <source>clipboard JSON text</source>
        <translation>剪贴板 文本 复制 fz jtb JSON</translation>
    </message>
    <message>
        <source>close exit window</source>
        <translation>关闭 窗口 退出 tc gb</translation>
    </message>
    <message>
        <source>copy nodes again</source>
        <translation>再复制 节点 再制 zz</translation>
    </message>
    <message>
        <source>copy under another name</source>
        <translation>副本 换名 另存 lcw</translation>
    </message>
    <message>
        <source>design of this run</source>
        <translation>运行 实验 设计 打开 dk sy sj</translation>
    </message>
    <message>
        <source>do again</source>
        <translation>重做 再做 cz</translation>
    </message>
    <message>
        <source>docks as at first</source>
        <translation>恢复 面板 默认 布局 hf bj</translation>
    </message>
    <message>
        <source>doctor check installation</source>
        <translation>诊断 安装 检查 本机 jcbj zd</translation>
    </message>
    <message>
        <source>empty document</source>
        <translation>新建 空白 文档 xj</translation>
    </message>
    <message>
        <source>end keep a checkpoint</source>
        <translation>结束 保留 检查点 停止 tz</translation>
    </message>
    <message>
        <source>fold composite</source>
        <translation>折叠 复合 组块 zck zd</translation>
    </message>
    <message>
        <source>go on continue</source>
        <translation>继续 恢复 jx hf</translation>
    </message>
    <message>
        <source>halt hold</source>
        <translation>暂停 中止 zt</translation>
    </message>
    <message>
        <source>insert clipboard</source>
        <translation>粘贴 插入 剪贴板 zt jtb</translation>
    </message>
    <message>
        <source>insert layer search</source>
        <translation>添加 插入 层 算子 搜索 tj ss</translation>
    </message>
    <message>
        <source>larger</source>
        <translation>放大 更大 fd</translation>
    </message>
    <message>
        <source>later one after another</source>
        <translation>排队 稍后 依次 队列 dl pd</translation>
    </message>
    <message>
        <source>load experiment file</source>
        <translation>打开 载入 实验 文件 dk wj</translation>
    </message>
    <message>
        <source>mark every node</source>
        <translation>全部 选中 节点 全选 qx</translation>
    </message>
    <message>
        <source>perspective graph canvas</source>
        <translation>设计 视角 网络图 画布 sj</translation>
    </message>
    <message>
        <source>perspective live curves</source>
        <translation>训练 视角 曲线 实时 xl</translation>
    </message>
    <message>
        <source>perspective table of runs</source>
        <translation>比较 视角 运行 表格 bj</translation>
    </message>
    <message>
        <source>remove nodes</source>
        <translation>删除 移除 节点 sc</translation>
    </message>
    <message>
        <source>remove to clipboard</source>
        <translation>剪切 移除 剪贴板 jq</translation>
    </message>
    <message>
        <source>repair problem mend</source>
        <translation>修复 修正 问题 xf</translation>
    </message>
    <message>
        <source>replace layer keep wires</source>
        <translation>更换 替换 层 算子 保留 连线 gh th</translation>
    </message>
    <message>
        <source>run a command search</source>
        <translation>命令 搜索 执行 ml ss</translation>
    </message>
    <message>
        <source>save weights now</source>
        <translation>保存 权重 检查点 jcd bc</translation>
    </message>
    <message>
        <source>search layer</source>
        <translation>查找 搜索 层 节点 cz ss</translation>
    </message>
    <message>
        <source>show everything zoom</source>
        <translation>显示 全部 缩放 xsqb</translation>
    </message>
    <message>
        <source>show selected zoom</source>
        <translation>显示 选中 缩放 xsxz</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>缩小 更小 sx</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>撤销 收回 cx</translation>
    </message>
    <message>
        <source>throw away trash</source>
        <translation>丢弃 删除 停止 回收站 dq</translation>
    </message>
    <message>
        <source>train launch</source>
        <translation>训练 开始 启动 xl ks</translation>
    </message>
    <message>
        <source>version licence</source>
        <translation>版本 许可证 关于 gy bb</translation>
    </message>
    <message>
        <source>whole screen</source>
        <translation>全屏 整个 屏幕 qp</translation>
    </message>
    <message>
        <source>write file</source>
        <translation>保存 写入 文件 bc</translation>
    </message>
    <message>
        <source>&amp;Import data…</source>
        <translation>导入数据(&amp;I)…</translation>
    </message>
    <message>
        <source>CSV table pictures arrays data set wizard preview</source>
        <translation>CSV 表格 图片 数组 数据集 向导 预览</translation>
    </message>
    <message>
        <source>Free&amp;ze or free weights</source>
        <translation>冻结或解冻权重(&amp;Z)</translation>
    </message>
    <message>
        <source>Pro&amp;ve exact resume…</source>
        <translation>验证精确续训(&amp;V)…</translation>
    </message>
    <message>
        <source>Prove exact resume of this desig&amp;n…</source>
        <translation>验证当前设计的精确续训(&amp;N)…</translation>
    </message>
    <message>
        <source>Rerun and co&amp;mpare</source>
        <translation>重新运行并比较(&amp;M)</translation>
    </message>
    <message>
        <source>again reproducibility grade same bits</source>
        <translation>再次 可复现 等级 逐位相同</translation>
    </message>
    <message>
        <source>bit equal experiment reproducible</source>
        <translation>逐位相等 实验 可复现</translation>
    </message>
    <message>
        <source>bit equal kill crash checkpoint reproducible</source>
        <translation>逐位相等 强制终止 崩溃 检查点 可复现</translation>
    </message>
    <message>
        <source>frozen layers fine-tuning transfer</source>
        <translation>冻结层 微调 迁移</translation>
    </message>
    <message>
        <source>Pro&amp;file 20 steps</source>
        <translation>性能分析 20 步(&amp;F)</translation>
    </message>
    <message>
        <source>Prof&amp;ile</source>
        <translation>性能(&amp;I)</translation>
    </message>
    <message>
        <source>perspective timeline slow layers speed</source>
        <translation>视图 时间线 慢 层 速度 性能</translation>
    </message>
    <message>
        <source>time slow layers speed trace</source>
        <translation>时间 慢 层 速度 跟踪 性能分析</translation>
    </message>
    <message>
        <source>Show in &amp;Profile</source>
        <translation>在性能分析中显示(&amp;P)</translation>
    </message>
    <message>
        <source>slices time measured of this node</source>
        <translation>片段 时间 此节点的实测</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>$SEEKBENCH_WORKER names %1, which is not a program.</source>
        <translation>$SEEKBENCH_WORKER 指向 %1，它不是程序。</translation>
    </message>
    <message>
        <source>%1 MB are free on its disk.</source>
        <translation>其磁盘剩余 %1 MB。</translation>
    </message>
    <message>
        <source>%1 belongs to another user.</source>
        <translation>%1 属于另一个用户。</translation>
    </message>
    <message>
        <source>%1 belongs to another version of Seekbench.</source>
        <translation>%1 属于另一个版本的 Seekbench。</translation>
    </message>
    <message>
        <source>%1 bytes of an unfinished frame were cut off the journal; they are kept beside it.</source>
        <translation>已从运行记录末尾切下 %1 字节未写完的帧；它们保存在旁边。</translation>
    </message>
    <message>
        <source>%1 cannot be &quot;%2&quot;; it is one of: %3.</source>
        <translation>%1 不能是“%2”；可取：%3。</translation>
    </message>
    <message>
        <source>%1 cannot be computed: %2</source>
        <translation>%1 无法计算：%2</translation>
    </message>
    <message>
        <source>%1 cannot be the path of a local socket: it needs 1 to %2 bytes.</source>
        <translation>%1 不能作为本地套接字的路径：需要 1 到 %2 字节。</translation>
    </message>
    <message>
        <source>%1 clients are connected already.</source>
        <translation>已连接 %1 个客户端。</translation>
    </message>
    <message>
        <source>%1 could not be deleted</source>
        <translation>无法删除 %1</translation>
    </message>
    <message>
        <source>%1 could not be flushed to the disk</source>
        <translation>无法把 %1 刷写到磁盘</translation>
    </message>
    <message>
        <source>%1 could not be locked</source>
        <translation>无法锁定 %1</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>无法打开 %1</translation>
    </message>
    <message>
        <source>%1 could not be put in place</source>
        <translation>无法把 %1 放到位</translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation>无法读取 %1</translation>
    </message>
    <message>
        <source>%1 could not be removed</source>
        <translation>无法移除 %1</translation>
    </message>
    <message>
        <source>%1 could not be renamed to %2</source>
        <translation>无法把 %1 重命名为 %2</translation>
    </message>
    <message>
        <source>%1 could not be set aside</source>
        <translation>无法把 %1 移到一旁</translation>
    </message>
    <message>
        <source>%1 could not be shortened</source>
        <translation>无法截短 %1</translation>
    </message>
    <message>
        <source>%1 could not be started</source>
        <translation>无法启动 %1</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s.</source>
        <translation>%1 在 %2 秒内没有应答。</translation>
    </message>
    <message>
        <source>%1 does not begin like a journal.</source>
        <translation>%1 的开头不像运行记录。</translation>
    </message>
    <message>
        <source>%1 ended with %2.</source>
        <translation>%1 以 %2 结束。</translation>
    </message>
    <message>
        <source>%1 has %2 dimensions; images have three: sample, row, column.</source>
        <translation>%1 有 %2 维；图像应为三维：样本、行、列。</translation>
    </message>
    <message>
        <source>%1 has %2 dimensions; labels have one.</source>
        <translation>%1 有 %2 维；标签应为一维。</translation>
    </message>
    <message>
        <source>%1 has no input %2.</source>
        <translation>%1 没有输入 %2。</translation>
    </message>
    <message>
        <source>%1 has no output %2.</source>
        <translation>%1 没有输出 %2。</translation>
    </message>
    <message>
        <source>%1 has version %2; this Seekbench reads versions up to %3.</source>
        <translation>%1 的版本是 %2；此 Seekbench 最高读到版本 %3。</translation>
    </message>
    <message>
        <source>%1 holds %2 images and %3 holds %4 labels.</source>
        <translation>%1 有 %2 幅图像，%3 有 %4 个标签。</translation>
    </message>
    <message>
        <source>%1 holds an expression; expressions are for the inside of composites.</source>
        <translation>%1 含有表达式；表达式只能用在复合算子内部。</translation>
    </message>
    <message>
        <source>%1 holds the label %2, but there are %3 classes (0 to %4).</source>
        <translation>%1 含有标签 %2，但只有 %3 类（0 到 %4）。</translation>
    </message>
    <message>
        <source>%1 is %2, and dimension %3 of the tensor that arrives at %4 is %5.</source>
        <translation>%1 为 %2，而到达 %4 的张量的维度 %3 为 %5。</translation>
    </message>
    <message>
        <source>%1 is a folder.</source>
        <translation>%1 是文件夹。</translation>
    </message>
    <message>
        <source>%1 is a port of this level and cannot become part of a block.</source>
        <translation>%1 是这一层的端口，不能成为块的一部分。</translation>
    </message>
    <message>
        <source>%1 is locked by another process.</source>
        <translation>%1 已被另一个进程锁定。</translation>
    </message>
    <message>
        <source>%1 is longer than %2 bytes, which is the most that is read of such a file.</source>
        <translation>%1 超过 %2 字节，这类文件最多读这么多。</translation>
    </message>
    <message>
        <source>%1 is not a whole number of 64 bits.</source>
        <translation>%1 不是 64 位整数。</translation>
    </message>
    <message>
        <source>%1 is not the folder of a run: it has no experiment.json.</source>
        <translation>%1 不是运行的文件夹：其中没有 experiment.json。</translation>
    </message>
    <message>
        <source>%1 is not what was written there.</source>
        <translation>%1 与当时写入的内容不同。</translation>
    </message>
    <message>
        <source>%1 is the journal of the run %2, not of %3.</source>
        <translation>%1 是运行 %2 的记录，不是 %3 的。</translation>
    </message>
    <message>
        <source>%1 must be given.</source>
        <translation>必须给出 %1。</translation>
    </message>
    <message>
        <source>%1 must carry real numbers, and whole numbers arrive.</source>
        <translation>%1 必须是实数，而到达的是整数。</translation>
    </message>
    <message>
        <source>%1 must carry whole numbers, and real numbers arrive.</source>
        <translation>%1 必须是整数，而到达的是实数。</translation>
    </message>
    <message>
        <source>%1 needs %2 dimensions, and the tensor that arrives has %3.</source>
        <translation>%1 需要 %2 维，而到达的张量是 %3 维。</translation>
    </message>
    <message>
        <source>%1 numbers per sample cannot take this shape.</source>
        <translation>每样本 %1 个数无法变成这个形状。</translation>
    </message>
    <message>
        <source>%1 should be a folder of yours, and is not.</source>
        <translation>%1 应是您自己的文件夹，但并不是。</translation>
    </message>
    <message>
        <source>%1 wants a number, and %2 is none.</source>
        <translation>%1 需要数值，而 %2 不是。</translation>
    </message>
    <message>
        <source>%1 wants a text, and %2 is none.</source>
        <translation>%1 需要文本，而 %2 不是。</translation>
    </message>
    <message>
        <source>%1 wants a whole number, and %2 is none.</source>
        <translation>%1 需要整数，而 %2 不是。</translation>
    </message>
    <message>
        <source>%1 wants one number or %2, and %3 are given.</source>
        <translation>%1 需要 1 个或 %2 个数，而给出了 %3 个。</translation>
    </message>
    <message>
        <source>%1 wants true or false, and %2 is neither.</source>
        <translation>%1 需要 true 或 false，而 %2 都不是。</translation>
    </message>
    <message>
        <source>%1 wants whole numbers, and %2 is none.</source>
        <translation>%1 需要若干整数，而 %2 不是。</translation>
    </message>
    <message>
        <source>%1 would contain itself.</source>
        <translation>%1 会包含自身。</translation>
    </message>
    <message>
        <source>(*), as the input</source>
        <translation>(*)，与输入相同</translation>
    </message>
    <message>
        <source>(*), whole numbers from 0 to num_embeddings - 1</source>
        <translation>(*)，0 到 num_embeddings - 1 的整数</translation>
    </message>
    <message>
        <source>(*, *normalized_shape)</source>
        <translation>(*, *normalized_shape)</translation>
    </message>
    <message>
        <source>(*, embedding_dim)</source>
        <translation>(*, embedding_dim)</translation>
    </message>
    <message>
        <source>(*, in_features)</source>
        <translation>(*, in_features)</translation>
    </message>
    <message>
        <source>(*, out_features)</source>
        <translation>(*, out_features)</translation>
    </message>
    <message>
        <source>(batch, *)</source>
        <translation>(batch, *)</translation>
    </message>
    <message>
        <source>(batch, *shape)</source>
        <translation>(batch, *shape)</translation>
    </message>
    <message>
        <source>(batch, channels, height&apos;, width&apos;)</source>
        <translation>(batch, channels, height&apos;, width&apos;)</translation>
    </message>
    <message>
        <source>(batch, channels, height, width)</source>
        <translation>(batch, channels, height, width)</translation>
    </message>
    <message>
        <source>(batch, in_channels, height, width)</source>
        <translation>(batch, in_channels, height, width)</translation>
    </message>
    <message>
        <source>(batch, num_features) or (batch, num_features, length)</source>
        <translation>(batch, num_features) 或 (batch, num_features, length)</translation>
    </message>
    <message>
        <source>(batch, num_features, height, width)</source>
        <translation>(batch, num_features, height, width)</translation>
    </message>
    <message>
        <source>(batch, out_channels, height&apos;, width&apos;)</source>
        <translation>(batch, out_channels, height&apos;, width&apos;)</translation>
    </message>
    <message>
        <source>(batch, sequence, embed_dim)</source>
        <translation>(batch, sequence, embed_dim)</translation>
    </message>
    <message>
        <source>(batch, sequence, input_size)</source>
        <translation>(batch, sequence, input_size)</translation>
    </message>
    <message>
        <source>(batch, source, embed_dim); the key when nothing is connected</source>
        <translation>(batch, source, embed_dim)；未连接时取 key</translation>
    </message>
    <message>
        <source>(batch, source, embed_dim); the query when nothing is connected</source>
        <translation>(batch, source, embed_dim)；未连接时取 query</translation>
    </message>
    <message>
        <source>(directions · num_layers, batch, hidden_size), the last hidden state of each layer</source>
        <translation>(directions · num_layers, batch, hidden_size)，每层最后的隐藏状态</translation>
    </message>
    <message>
        <source>(directions · num_layers, batch, hidden_size), the last memory of each layer</source>
        <translation>(directions · num_layers, batch, hidden_size)，每层最后的记忆单元</translation>
    </message>
    <message>
        <source>1D batch normalization</source>
        <translation>一维批归一化</translation>
    </message>
    <message>
        <source>2D adaptive average pooling</source>
        <translation>二维自适应平均池化</translation>
    </message>
    <message>
        <source>2D average pooling</source>
        <translation>二维平均池化</translation>
    </message>
    <message>
        <source>2D batch normalization</source>
        <translation>二维批归一化</translation>
    </message>
    <message>
        <source>2D convolution</source>
        <translation>二维卷积</translation>
    </message>
    <message>
        <source>2D max pooling</source>
        <translation>二维最大池化</translation>
    </message>
    <message>
        <source>70,000 grey pictures of clothes, 28 x 28 pixels, ten classes (Xiao, Rasul and Vollgraf 2017).</source>
        <translation>70,000 幅 28 × 28 像素的服装灰度图，十类（Xiao、Rasul 和 Vollgraf 2017）。</translation>
    </message>
    <message>
        <source>A JSON object is wanted; this is %1.</source>
        <translation>需要 JSON 对象；这里是 %1。</translation>
    </message>
    <message>
        <source>A batch of metrics has %1 steps and %2 times.</source>
        <translation>一批指标有 %1 步，却有 %2 个时刻。</translation>
    </message>
    <message>
        <source>A batch of metrics has %1 steps and a column of %2 values.</source>
        <translation>一批指标有 %1 步，却有一列 %2 个值。</translation>
    </message>
    <message>
        <source>A checkpoint is damaged and was passed over. %1</source>
        <translation>一个检查点已损坏，已跳过。%1</translation>
    </message>
    <message>
        <source>A chunk of points in the database is damaged.</source>
        <translation>数据库中的一段数据点已损坏。</translation>
    </message>
    <message>
        <source>A client could not be let in at %1</source>
        <translation>无法在 %1 接入客户端</translation>
    </message>
    <message>
        <source>A local socket could not be made</source>
        <translation>无法建立本地套接字</translation>
    </message>
    <message>
        <source>A message of %1 bytes is too long for the journal; %2 is the most.</source>
        <translation>%1 字节的消息太长，运行记录最多容纳 %2。</translation>
    </message>
    <message>
        <source>A message of %1 bytes is too long for the socket; %2 is the most.</source>
        <translation>%1 字节的消息太长，套接字最多容纳 %2。</translation>
    </message>
    <message>
        <source>A node&apos;s name has 1 to %1 characters; this one has %2.</source>
        <translation>节点名称为 1 到 %1 个字符；此名称有 %2 个。</translation>
    </message>
    <message>
        <source>A number in the expression &quot;%1&quot; becomes too large.</source>
        <translation>表达式“%1”中的某个数过大。</translation>
    </message>
    <message>
        <source>A parameter&apos;s name is made of letters, digits and &quot;_&quot;.</source>
        <translation>参数名由字母、数字和“_”组成。</translation>
    </message>
    <message>
        <source>A pipe could not be made</source>
        <translation>无法建立管道</translation>
    </message>
    <message>
        <source>A share of the training part</source>
        <translation>训练部分中的一定比例</translation>
    </message>
    <message>
        <source>A weighted sum of the last dimension: y = x Wᵀ + b.</source>
        <translation>最后一维的加权和：y = x Wᵀ + b。</translation>
    </message>
    <message>
        <source>A window of %1 (dilation %2) does not fit into the input with padding %3.</source>
        <translation>窗口 %1（膨胀 %2）在填充为 %3 时放不进输入。</translation>
    </message>
    <message>
        <source>A worker is already training the run %1.</source>
        <translation>已有工作进程在训练运行 %1。</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Adam with weight decay apart from the gradient (Loshchilov and Hutter 2019).</source>
        <translation>权重衰减与梯度分开的 Adam（Loshchilov 和 Hutter 2019）。</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>Add &quot;version&quot;: %1 if you wrote the file by hand.</source>
        <translation>如果文件是手写的，请加上 &quot;version&quot;: %1。</translation>
    </message>
    <message>
        <source>Add a 1×1 projection, %1 → %2 channels</source>
        <translation>加 1×1 投影，%1 → %2 通道</translation>
    </message>
    <message>
        <source>Add a 1×1 projection, %1 → %2 channels, stride %3</source>
        <translation>加 1×1 投影，%1 → %2 通道，步幅 %3</translation>
    </message>
    <message>
        <source>Add a projection, %1 → %2 features</source>
        <translation>加投影，%1 → %2 个特征</translation>
    </message>
    <message>
        <source>Add an Input of %1</source>
        <translation>添加输入 %1</translation>
    </message>
    <message>
        <source>Add an Output after %1</source>
        <translation>在 %1 后添加 Output</translation>
    </message>
    <message>
        <source>Add it outside of its own body.</source>
        <translation>请在其自身内部之外添加。</translation>
    </message>
    <message>
        <source>Add it.</source>
        <translation>请补上。</translation>
    </message>
    <message>
        <source>Add its experiment file to train it once more.</source>
        <translation>请加入其实验文件，以便再训练一次。</translation>
    </message>
    <message>
        <source>Add the node or remove the edge.</source>
        <translation>请添加该节点，或删除该边。</translation>
    </message>
    <message>
        <source>Added to the denominator, so that it is never zero.</source>
        <translation>加在分母上，使其不为零。</translation>
    </message>
    <message>
        <source>Added to the variance, so that its root is never zero.</source>
        <translation>加在方差上，使其平方根不为零。</translation>
    </message>
    <message>
        <source>Adds a learned number to each output channel.</source>
        <translation>给每个输出通道加一个可学习的数。</translation>
    </message>
    <message>
        <source>Adds a learned number to each output feature.</source>
        <translation>给每个输出特征加一个可学习的数。</translation>
    </message>
    <message>
        <source>Adds its inputs number by number. Extents of 1 are stretched.</source>
        <translation>逐元素相加各输入。长度为 1 的维度会扩展。</translation>
    </message>
    <message>
        <source>Adds learned numbers in all four projections.</source>
        <translation>在全部四个投影中加可学习的数。</translation>
    </message>
    <message>
        <source>Adds learned numbers to the gates.</source>
        <translation>给各个门加可学习的数。</translation>
    </message>
    <message>
        <source>Adds this multiple of the weights to their gradient.</source>
        <translation>把权重乘以此系数加到其梯度上。</translation>
    </message>
    <message>
        <source>Affine</source>
        <translation>仿射</translation>
    </message>
    <message>
        <source>Along which the inputs are joined; negative: counted from the last.</source>
        <translation>沿此维拼接输入；负数从末尾数起。</translation>
    </message>
    <message>
        <source>Along which the numbers add up to 1; negative: counted from the last.</source>
        <translation>沿此维各数之和为 1；负数从末尾数起。</translation>
    </message>
    <message>
        <source>An edge already leads to %1.</source>
        <translation>已有一条边通向 %1。</translation>
    </message>
    <message>
        <source>An edge must be a list of two texts.</source>
        <translation>边必须是两个文本的列表。</translation>
    </message>
    <message>
        <source>Ankle boot</source>
        <translation>短靴</translation>
    </message>
    <message>
        <source>Another process already serves the queue of this workspace.</source>
        <translation>另一个进程已在处理此工作区的队列。</translation>
    </message>
    <message>
        <source>Another process listens at %1.</source>
        <translation>另一个进程正在监听 %1。</translation>
    </message>
    <message>
        <source>Approximation</source>
        <translation>近似</translation>
    </message>
    <message>
        <source>Ask for fewer or smaller samples.</source>
        <translation>请减少样本数，或缩小样本。</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Bag</source>
        <translation>包</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批量大小</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>Beta 1</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>Beta 2</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Both directions</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>CPU threads</source>
        <translation>CPU 线程</translation>
    </message>
    <message>
        <source>Channels of the input.</source>
        <translation>输入的通道数。</translation>
    </message>
    <message>
        <source>Channels of the output.</source>
        <translation>输出的通道数。</translation>
    </message>
    <message>
        <source>Check that images and labels are not swapped.</source>
        <translation>请检查图像与标签是否弄反。</translation>
    </message>
    <message>
        <source>Check that it is the file you meant.</source>
        <translation>请检查这是不是您要的文件。</translation>
    </message>
    <message>
        <source>Check the experiment.</source>
        <translation>请检查实验。</translation>
    </message>
    <message>
        <source>Check the file at that place.</source>
        <translation>请检查文件的这个位置。</translation>
    </message>
    <message>
        <source>Check the graphics driver, or set the experiment&apos;s device to &quot;cpu&quot;.</source>
        <translation>请检查显卡驱动，或把实验的设备设为“cpu”。</translation>
    </message>
    <message>
        <source>Check the installation with: seekbench-cli doctor</source>
        <translation>请检查安装：seekbench-cli doctor</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>请检查路径。</translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation>检查点间隔</translation>
    </message>
    <message>
        <source>Checkpoints kept</source>
        <translation>保留的检查点</translation>
    </message>
    <message>
        <source>Choose a folder you may write to, for example with --workspace DIR.</source>
        <translation>请选择可写的文件夹，例如用 --workspace DIR。</translation>
    </message>
    <message>
        <source>Choose a name without them.</source>
        <translation>请选择不含这些字符的名称。</translation>
    </message>
    <message>
        <source>Choose an IDX file of unsigned bytes, such as those of MNIST.</source>
        <translation>请选择无符号字节的 IDX 文件，如 MNIST 的文件。</translation>
    </message>
    <message>
        <source>Choose an operator with an input and an output.</source>
        <translation>请选择有一个输入和一个输出的算子。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>Choose another fix.</source>
        <translation>请选择其他修复。</translation>
    </message>
    <message>
        <source>Choose another loss.</source>
        <translation>请选择其他损失。</translation>
    </message>
    <message>
        <source>Choose another metric.</source>
        <translation>请选择其他指标。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择其他名称。</translation>
    </message>
    <message>
        <source>Choose another operator.</source>
        <translation>请选择其他算子。</translation>
    </message>
    <message>
        <source>Choose another optimizer.</source>
        <translation>请选择其他优化器。</translation>
    </message>
    <message>
        <source>Choose files that belong together.</source>
        <translation>请选择相互配套的文件。</translation>
    </message>
    <message>
        <source>Choose one from the palette.</source>
        <translation>请从算子面板中选择。</translation>
    </message>
    <message>
        <source>Choose one of the devices that are there, or &quot;cpu&quot;.</source>
        <translation>请选择现有的设备，或“cpu”。</translation>
    </message>
    <message>
        <source>Choose two files that belong together.</source>
        <translation>请选择相互配套的两个文件。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>Close some programs and try again.</source>
        <translation>请关闭一些程序后重试。</translation>
    </message>
    <message>
        <source>Coat</source>
        <translation>外套</translation>
    </message>
    <message>
        <source>Combination</source>
        <translation>组合</translation>
    </message>
    <message>
        <source>Composites are nested more than %1 levels deep here.</source>
        <translation>这里的复合算子嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>Computed, not measured: every class is a fixed random pattern, every sample its pattern plus noise.</source>
        <translation>计算生成，并非实测：每类是一个固定的随机图案，样本为其图案加噪声。</translation>
    </message>
    <message>
        <source>Computed, not measured: the target is a fixed random linear map of the input plus noise.</source>
        <translation>计算生成，并非实测：目标是输入的固定随机线性映射加噪声。</translation>
    </message>
    <message>
        <source>Concatenate</source>
        <translation>拼接</translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation>连接 %1 到 %2</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Convert the tensor to F32 with the program that wrote the file.</source>
        <translation>请用生成该文件的程序把张量转换为 F32。</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Copy the nodes again.</source>
        <translation>请重新复制节点。</translation>
    </message>
    <message>
        <source>Correct the experiment and try again.</source>
        <translation>请改正实验后重试。</translation>
    </message>
    <message>
        <source>Cosine with warm-up</source>
        <translation>余弦退火，带预热</translation>
    </message>
    <message>
        <source>Count padding</source>
        <translation>计入填充</translation>
    </message>
    <message>
        <source>Cross entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Decay of the running mean of the gradients.</source>
        <translation>梯度滑动平均的衰减率。</translation>
    </message>
    <message>
        <source>Decay of the running mean of the squared gradients.</source>
        <translation>梯度平方滑动平均的衰减率。</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Devices: cpu with %1 threads, and an NVIDIA GPU (cuda:0), if this worker was built for it.</source>
        <translation>设备：cpu，%1 个线程；若工作进程支持，另有 NVIDIA GPU（cuda:0）。</translation>
    </message>
    <message>
        <source>Devices: cpu with %1 threads; no GPU.</source>
        <translation>设备：cpu，%1 个线程；没有 GPU。</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>膨胀</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>Dimension %1 of the array has the size %2; arrays of 1 to %3 bytes are read.</source>
        <translation>数组的维度 %1 的大小为 %2；只读 1 到 %3 字节的数组。</translation>
    </message>
    <message>
        <source>Distance between neighbouring points of the kernel.</source>
        <translation>卷积核相邻点的间距。</translation>
    </message>
    <message>
        <source>Distance between neighbouring points of the window.</source>
        <translation>窗口相邻点的间距。</translation>
    </message>
    <message>
        <source>Divides every pixel after the mean is taken from it.</source>
        <translation>每个像素减去均值后再除以此数。</translation>
    </message>
    <message>
        <source>Dress</source>
        <translation>连衣裙</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Each position of the query gathers a weighted mean of the values, weighted by how well their keys fit.</source>
        <translation>query 的每个位置按各 key 的匹配程度对 value 加权平均。</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>元素类型</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Epochs between two drops.</source>
        <translation>两次下降之间的轮数。</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Exponentials divided by their sum: positive numbers that add up to 1 along one dimension.</source>
        <translation>指数除以其总和：沿一个维度和为 1 的正数。</translation>
    </message>
    <message>
        <source>Extent of dimension 1 of the input.</source>
        <translation>输入的维度 1 的长度。</translation>
    </message>
    <message>
        <source>Extent of the input&apos;s last dimension.</source>
        <translation>输入最后一维的长度。</translation>
    </message>
    <message>
        <source>Extent of the last dimension of inputs and output.</source>
        <translation>输入与输出最后一维的长度。</translation>
    </message>
    <message>
        <source>Extent of the output&apos;s last dimension.</source>
        <translation>输出最后一维的长度。</translation>
    </message>
    <message>
        <source>Extents of one sample, such as 1, 28, 28.</source>
        <translation>单个样本各维的长度，如 1, 28, 28。</translation>
    </message>
    <message>
        <source>Extents of one sample, without the batch.</source>
        <translation>单个样本各维的长度，不含批量维。</translation>
    </message>
    <message>
        <source>Extents of the dimensions, from the end, that are normalized.</source>
        <translation>从末尾起要归一化的各维长度。</translation>
    </message>
    <message>
        <source>Factor of one drop.</source>
        <translation>每次下降的系数。</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
    <message>
        <source>Fashion-MNIST is there: %1 training and %2 test pictures.</source>
        <translation>Fashion-MNIST 已就绪：训练 %1 幅，测试 %2 幅。</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征数</translation>
    </message>
    <message>
        <source>File of the test images; empty when there are none.</source>
        <translation>测试图像文件；没有则留空。</translation>
    </message>
    <message>
        <source>File of the training images; relative to a data folder, or a whole path.</source>
        <translation>训练图像文件；相对于数据文件夹，或完整路径。</translation>
    </message>
    <message>
        <source>File of their labels.</source>
        <translation>其标签文件。</translation>
    </message>
    <message>
        <source>File of their labels; empty when there are none.</source>
        <translation>其标签文件；没有则留空。</translation>
    </message>
    <message>
        <source>Finished after %1 steps. The weights have the fingerprint %2.</source>
        <translation>%1 步后完成。权重指纹为 %2。</translation>
    </message>
    <message>
        <source>First</source>
        <translation>起始维</translation>
    </message>
    <message>
        <source>First dimension that is merged; 0 is the batch.</source>
        <translation>合并的第一个维度；0 为批量维。</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>Follow it with seekbench-cli attach %1.</source>
        <translation>可用 seekbench-cli attach %1 查看。</translation>
    </message>
    <message>
        <source>Free some disk space and resume the run; it begins again.</source>
        <translation>请腾出磁盘空间后继续运行；将从头开始。</translation>
    </message>
    <message>
        <source>Free some disk space and resume the run; it goes on from step %1.</source>
        <translation>请腾出磁盘空间后继续运行；将从第 %1 步继续。</translation>
    </message>
    <message>
        <source>Free some disk space and try again.</source>
        <translation>请腾出磁盘空间后重试。</translation>
    </message>
    <message>
        <source>Free some of your disk quota and try again.</source>
        <translation>请腾出磁盘配额后重试。</translation>
    </message>
    <message>
        <source>Free some space, or keep fewer checkpoints (training.keep_checkpoints).</source>
        <translation>请腾出空间，或少保留检查点（training.keep_checkpoints）。</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Generated classes</source>
        <translation>生成的分类数据</translation>
    </message>
    <message>
        <source>Generated regression</source>
        <translation>生成的回归数据</translation>
    </message>
    <message>
        <source>Get the file again.</source>
        <translation>请重新获取该文件。</translation>
    </message>
    <message>
        <source>Give at least %1 characters, or &quot;last&quot;. The newest runs are: %2.</source>
        <translation>请至少给出 %1 个字符，或“last”。最新的运行：%2。</translation>
    </message>
    <message>
        <source>Give both or none.</source>
        <translation>请都给出，或都不给。</translation>
    </message>
    <message>
        <source>Give more of the id.</source>
        <translation>请多给几位 id。</translation>
    </message>
    <message>
        <source>Give the run&apos;s folder its name back.</source>
        <translation>请恢复该运行文件夹的名称。</translation>
    </message>
    <message>
        <source>Gives each channel mean 0 and variance 1 over batch, height and width, then scales and shifts it.</source>
        <translation>使每个通道在批量、高、宽上均值为 0、方差为 1，再缩放和平移。</translation>
    </message>
    <message>
        <source>Gives each feature mean 0 and variance 1 over the batch, then scales and shifts it.</source>
        <translation>使每个特征在批量上均值为 0、方差为 1，再缩放和平移。</translation>
    </message>
    <message>
        <source>Gives its input out unchanged.</source>
        <translation>原样输出其输入。</translation>
    </message>
    <message>
        <source>Gives the last dimensions of each sample mean 0 and variance 1, then scales and shifts them.</source>
        <translation>使每个样本的最后几维均值为 0、方差为 1，再缩放和平移。</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Grey pictures and labels in the format of MNIST, plain or compressed with gzip.</source>
        <translation>MNIST 格式的灰度图和标签，未压缩或 gzip 压缩。</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组数</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>头数</translation>
    </message>
    <message>
        <source>Hidden features</source>
        <translation>隐藏特征数</translation>
    </message>
    <message>
        <source>How far the kernel moves from one position to the next.</source>
        <translation>卷积核每次移动的距离。</translation>
    </message>
    <message>
        <source>How far the window moves from one position to the next; an empty list: as far as it is large.</source>
        <translation>窗口每次移动的距离；空列表：与窗口大小相同。</translation>
    </message>
    <message>
        <source>How likely a number becomes zero on its way from one layer to the next.</source>
        <translation>数值从一层传到下一层时置零的概率。</translation>
    </message>
    <message>
        <source>How likely a number becomes zero.</source>
        <translation>数值置零的概率。</translation>
    </message>
    <message>
        <source>How likely an attention weight becomes zero while training.</source>
        <translation>训练时注意力权重置零的概率。</translation>
    </message>
    <message>
        <source>How many LSTMs are stacked, each reading the one below.</source>
        <translation>堆叠几层 LSTM，每层读取下一层的输出。</translation>
    </message>
    <message>
        <source>How many attentions work side by side, each on its share of the features.</source>
        <translation>几个注意力并列工作，各用一部分特征。</translation>
    </message>
    <message>
        <source>How many different numbers there are.</source>
        <translation>共有多少个不同的整数。</translation>
    </message>
    <message>
        <source>How many features stand for one number.</source>
        <translation>每个整数用多少个特征表示。</translation>
    </message>
    <message>
        <source>How many kernels there are, each giving one channel.</source>
        <translation>卷积核的个数，每个产生一个通道。</translation>
    </message>
    <message>
        <source>How many of the newest checkpoints are kept, besides the best.</source>
        <translation>除最佳检查点外，保留最新的几个。</translation>
    </message>
    <message>
        <source>How often the training samples are gone through.</source>
        <translation>训练样本遍历的次数。</translation>
    </message>
    <message>
        <source>Hyperbolic tangent</source>
        <translation>双曲正切</translation>
    </message>
    <message>
        <source>IDX files</source>
        <translation>IDX 文件</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Input channels</source>
        <translation>输入通道</translation>
    </message>
    <message>
        <source>Input features</source>
        <translation>输入特征</translation>
    </message>
    <message>
        <source>Input number %1 differs from the first one in more than dimension %2.</source>
        <translation>第 %1 个输入与第一个输入不只在维度 %2 上不同。</translation>
    </message>
    <message>
        <source>Input number %1 does not have the shape of the inputs before it, nor can it be stretched to it.</source>
        <translation>第 %1 个输入的形状与前面的输入不同，也不能扩展成一致。</translation>
    </message>
    <message>
        <source>Insert Flatten before %1</source>
        <translation>在 %1 前插入 Flatten</translation>
    </message>
    <message>
        <source>Insert Flatten before %1 and set %2 = %3</source>
        <translation>在 %1 前插入 Flatten，并设 %2 = %3</translation>
    </message>
    <message>
        <source>Insert Reshape to %1 before %2</source>
        <translation>在 %2 前插入 Reshape，变为 %1</translation>
    </message>
    <message>
        <source>Install Debian&apos;s package dataset-fashion-mnist (apt-get install dataset-fashion-mnist), or put its four files into %1.</source>
        <translation>请安装 Debian 软件包 dataset-fashion-mnist（apt-get install dataset-fashion-mnist），或把它的四个文件放入 %1。</translation>
    </message>
    <message>
        <source>Install it there, or set $SEEKBENCH_WORKER to its path.</source>
        <translation>请安装到该处，或把 $SEEKBENCH_WORKER 设为其路径。</translation>
    </message>
    <message>
        <source>Install it there.</source>
        <translation>请安装到该处。</translation>
    </message>
    <message>
        <source>Install the newer version to see them.</source>
        <translation>请安装较新的版本来查看。</translation>
    </message>
    <message>
        <source>Install the worker and its CUDA part from the same package.</source>
        <translation>请用同一个软件包安装工作进程及其 CUDA 部分。</translation>
    </message>
    <message>
        <source>It may be in a long step; try again.</source>
        <translation>可能正在做很长的一步；请重试。</translation>
    </message>
    <message>
        <source>It trains, but cannot be paused or stopped from outside; end the process if it hangs.</source>
        <translation>它在训练，但无法从外部暂停或停止；如果卡住，请结束该进程。</translation>
    </message>
    <message>
        <source>Its default must be true, false or a number.</source>
        <translation>其默认值必须是 true、false 或数值。</translation>
    </message>
    <message>
        <source>Its whole output is in %1.</source>
        <translation>其全部输出在 %1。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keeps the largest number of each window of height and width.</source>
        <translation>取高和宽上每个窗口的最大值。</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>核大小</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Known fields are: %1.</source>
        <translation>已知字段：%1。</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>末尾维</translation>
    </message>
    <message>
        <source>Last dimension that is merged; negative: counted from the last.</source>
        <translation>合并的最后一个维度；负数从末尾数起。</translation>
    </message>
    <message>
        <source>Layer normalization</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learns a scale and a shift for each feature.</source>
        <translation>为每个特征学习缩放和平移。</translation>
    </message>
    <message>
        <source>Learns a scale and a shift for each normalized position.</source>
        <translation>为每个归一化位置学习缩放和平移。</translation>
    </message>
    <message>
        <source>Leave it out of the selection.</source>
        <translation>请不要选中它。</translation>
    </message>
    <message>
        <source>Leave the parameter out to use its default.</source>
        <translation>不写该参数即用默认值。</translation>
    </message>
    <message>
        <source>Let it end first.</source>
        <translation>请先等它结束。</translation>
    </message>
    <message>
        <source>LibTorch reported: %1.</source>
        <translation>LibTorch 报告：%1。</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Look for its name in the experiment&apos;s form.</source>
        <translation>请在实验表单中查找其名称。</translation>
    </message>
    <message>
        <source>Looks ahead along the momentum; needs a momentum above zero.</source>
        <translation>沿动量方向前瞻；动量须大于零。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Make it anew from the run folders with: seekbench-cli rebuild</source>
        <translation>请由运行文件夹重建：seekbench-cli rebuild</translation>
    </message>
    <message>
        <source>Makes one dimension of several neighbouring ones.</source>
        <translation>把相邻的几个维度合并为一个。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>Memory of tensors</source>
        <translation>张量内存</translation>
    </message>
    <message>
        <source>Memory of the worker</source>
        <translation>工作进程内存</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Minimum factor</source>
        <translation>最小系数</translation>
    </message>
    <message>
        <source>Minus infinities added on each side, at most half the window.</source>
        <translation>每侧补的负无穷个数，至多为窗口的一半。</translation>
    </message>
    <message>
        <source>Minus the logarithm of the softmax probability of the true class, averaged over the batch.</source>
        <translation>真实类别 softmax 概率的负对数，在批量上取平均。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>More than one edge leads to %1.</source>
        <translation>不止一条边通向 %1。</translation>
    </message>
    <message>
        <source>Move it away, or choose another workspace with --workspace DIR.</source>
        <translation>请把它移走，或用 --workspace DIR 选择其他工作区。</translation>
    </message>
    <message>
        <source>Multi-head attention</source>
        <translation>多头注意力</translation>
    </message>
    <message>
        <source>Multiplies its inputs number by number. Extents of 1 are stretched.</source>
        <translation>逐元素相乘各输入。长度为 1 的维度会扩展。</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>相乘</translation>
    </message>
    <message>
        <source>Name %1 only once</source>
        <translation>只保留一个 %1</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>请给出文件。</translation>
    </message>
    <message>
        <source>Name a folder below runs/ in a workspace.</source>
        <translation>请给出工作区中 runs/ 下的文件夹。</translation>
    </message>
    <message>
        <source>Name one with --workspace DIR.</source>
        <translation>请用 --workspace DIR 给出。</translation>
    </message>
    <message>
        <source>Negative numbers become zero.</source>
        <translation>负数变为零。</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>Nesterov looks ahead along the momentum, and the momentum is 0. Set a momentum, such as 0.9.</source>
        <translation>Nesterov 沿动量方向前瞻，而动量为 0。请设置动量，如 0.9。</translation>
    </message>
    <message>
        <source>New extents after the batch; one may be -1: whatever is left.</source>
        <translation>批量维之后各维的新长度；可有一个 -1：由其余推得。</translation>
    </message>
    <message>
        <source>No CUDA device was found.</source>
        <translation>未找到 CUDA 设备。</translation>
    </message>
    <message>
        <source>No CUDA device was found: %1</source>
        <translation>未找到 CUDA 设备：%1</translation>
    </message>
    <message>
        <source>No frame of %1 begins at byte %2.</source>
        <translation>%1 在字节 %2 处没有帧开始。</translation>
    </message>
    <message>
        <source>No free name was found in %1.</source>
        <translation>在 %1 中没有可用的名称。</translation>
    </message>
    <message>
        <source>No node is selected.</source>
        <translation>未选中节点。</translation>
    </message>
    <message>
        <source>No worker is at the run %1.</source>
        <translation>运行 %1 没有工作进程。</translation>
    </message>
    <message>
        <source>Nobody listens at %1.</source>
        <translation>没有程序监听 %1。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Normalized shape</source>
        <translation>归一化形状</translation>
    </message>
    <message>
        <source>Nothing is connected to the input %1.</source>
        <translation>输入 %1 没有连接。</translation>
    </message>
    <message>
        <source>Nothing uses what this node gives out.</source>
        <translation>没有节点使用此节点的输出。</translation>
    </message>
    <message>
        <source>Number of classes.</source>
        <translation>类别数。</translation>
    </message>
    <message>
        <source>Number of classes; labels run from 0.</source>
        <translation>类别数；标签从 0 开始。</translation>
    </message>
    <message>
        <source>Number of samples of the test part.</source>
        <translation>测试部分的样本数。</translation>
    </message>
    <message>
        <source>Number of samples to train on.</source>
        <translation>用于训练的样本数。</translation>
    </message>
    <message>
        <source>Numbers in one input.</source>
        <translation>单个输入的数值个数。</translation>
    </message>
    <message>
        <source>Numbers in one target.</source>
        <translation>单个目标的数值个数。</translation>
    </message>
    <message>
        <source>Of everything that is drawn.</source>
        <translation>用于所有随机抽取。</translation>
    </message>
    <message>
        <source>Of the choice which samples are held out.</source>
        <translation>用于选取留出的样本。</translation>
    </message>
    <message>
        <source>Of the start weights, the order of the samples and dropout.</source>
        <translation>用于初始权重、样本顺序和 dropout。</translation>
    </message>
    <message>
        <source>Only %1 samples are there to train on; the limit of %2 has no effect.</source>
        <translation>可用于训练的样本只有 %1 个；上限 %2 不起作用。</translation>
    </message>
    <message>
        <source>Only a run can tell whether %1 numbers per sample can take this shape.</source>
        <translation>运行时才能知道每样本 %1 个数能否变成这个形状。</translation>
    </message>
    <message>
        <source>Only a run can tell whether dimension %1 of %2 is %3 (%4).</source>
        <translation>运行时才能知道 %2 的维度 %1 是否为 %3（%4）。</translation>
    </message>
    <message>
        <source>Only a run can tell whether input number %1 differs from the first one in dimension %2 only.</source>
        <translation>运行时才能知道第 %1 个输入是否只在维度 %2 上与第一个不同。</translation>
    </message>
    <message>
        <source>Only a run can tell whether input number %1 has the shape of the inputs before it.</source>
        <translation>运行时才能知道第 %1 个输入的形状是否与前面的相同。</translation>
    </message>
    <message>
        <source>Only one of &quot;%1&quot; and &quot;%2&quot; is given.</source>
        <translation>“%1”和“%2”只给出了一个。</translation>
    </message>
    <message>
        <source>Only the user who started a run can steer it.</source>
        <translation>只有启动运行的用户才能控制它。</translation>
    </message>
    <message>
        <source>Open the workspace once where you may write to it.</source>
        <translation>请在可写的地方打开一次该工作区。</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Others than you may use the folder %1.</source>
        <translation>文件夹 %1 可被其他用户使用。</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Output channels</source>
        <translation>输出通道</translation>
    </message>
    <message>
        <source>Output features</source>
        <translation>输出特征</translation>
    </message>
    <message>
        <source>Output size</source>
        <translation>输出大小</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出数</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Parameters must be an object of names and values.</source>
        <translation>参数必须是由名称和值组成的对象。</translation>
    </message>
    <message>
        <source>Part of the training samples that is held out.</source>
        <translation>留出的训练样本比例。</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Presses every number between -1 and 1.</source>
        <translation>把每个数压缩到 -1 和 1 之间。</translation>
    </message>
    <message>
        <source>Presses every number between 0 and 1.</source>
        <translation>把每个数压缩到 0 和 1 之间。</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Pullover</source>
        <translation>套头衫</translation>
    </message>
    <message>
        <source>Put it into the trash first.</source>
        <translation>请先移入回收站。</translation>
    </message>
    <message>
        <source>Put it there, set SEEKBENCH_DATA to its folder, or give its whole path.</source>
        <translation>请放到该处，或把 SEEKBENCH_DATA 设为其文件夹，或给出完整路径。</translation>
    </message>
    <message>
        <source>Put the run&apos;s journal back in its place, or remove the run.</source>
        <translation>请把运行记录放回原处，或移除该运行。</translation>
    </message>
    <message>
        <source>Puts its inputs one after the other along one dimension.</source>
        <translation>沿一个维度依次拼接各输入。</translation>
    </message>
    <message>
        <source>Raise the parameter &quot;classes&quot;.</source>
        <translation>请增大参数“classes”。</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Reads a sequence step by step and keeps a gated memory.</source>
        <translation>逐步读取序列，并保持门控的记忆。</translation>
    </message>
    <message>
        <source>Reads the numbers of each sample in another shape. The batch stays.</source>
        <translation>把每个样本的数值按另一形状读取。批量维不变。</translation>
    </message>
    <message>
        <source>Reads the sequence also from its end; the outputs stand side by side.</source>
        <translation>也从末尾读取序列；两个方向的输出并列。</translation>
    </message>
    <message>
        <source>Real numbers, or whole numbers such as token ids.</source>
        <translation>实数，或如词元编号的整数。</translation>
    </message>
    <message>
        <source>Recurrent</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Regularization</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Remove it first.</source>
        <translation>请先移除它。</translation>
    </message>
    <message>
        <source>Remove it, or set XDG_RUNTIME_DIR to a folder of your own.</source>
        <translation>请移除它，或把 XDG_RUNTIME_DIR 设为您自己的文件夹。</translation>
    </message>
    <message>
        <source>Remove one of them, or number them with slots.</source>
        <translation>请移除其中一个，或用槽位编号。</translation>
    </message>
    <message>
        <source>Remove one of them.</source>
        <translation>请移除其中一个。</translation>
    </message>
    <message>
        <source>Remove the edge from %1 to %2</source>
        <translation>删除 %1 到 %2 的边</translation>
    </message>
    <message>
        <source>Remove the metric %1</source>
        <translation>去掉指标 %1</translation>
    </message>
    <message>
        <source>Rename one of them.</source>
        <translation>请重命名其中一个。</translation>
    </message>
    <message>
        <source>Replaces each whole number by a learned vector.</source>
        <translation>把每个整数换成可学习的向量。</translation>
    </message>
    <message>
        <source>Reset %1 to its default</source>
        <translation>把 %1 恢复为默认值</translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>Residual block</source>
        <translation>残差块</translation>
    </message>
    <message>
        <source>Restore the file from a copy; the frames behind the first bytes may be whole.</source>
        <translation>请用备份恢复该文件；开头之后的帧可能完好。</translation>
    </message>
    <message>
        <source>Resume the run: the damaged part is put aside and the run goes on from its last checkpoint.</source>
        <translation>请继续运行：损坏的部分会移到一旁，从最后的检查点继续。</translation>
    </message>
    <message>
        <source>Round up</source>
        <translation>向上取整</translation>
    </message>
    <message>
        <source>Run %1 --version to see why.</source>
        <translation>请执行 %1 --version 查看原因。</translation>
    </message>
    <message>
        <source>Run &quot;seekbench-cli rebuild&quot;: it makes the database anew from the run folders.</source>
        <translation>请执行“seekbench-cli rebuild”：由运行文件夹重建数据库。</translation>
    </message>
    <message>
        <source>SEEKBENCH_RESOURCES names %1, which has no folder &quot;experiments&quot;.</source>
        <translation>SEEKBENCH_RESOURCES 指向 %1，其中没有文件夹“experiments”。</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Samples that share one update.</source>
        <translation>每次更新所用的样本数。</translation>
    </message>
    <message>
        <source>Sandal</source>
        <translation>凉鞋</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>See all of them with seekbench-cli check, and start a new run with the mended experiment.</source>
        <translation>请用 seekbench-cli check 查看全部错误，改正后开始新的运行。</translation>
    </message>
    <message>
        <source>See what became of it with: seekbench-cli show %1</source>
        <translation>查看结果：seekbench-cli show %1</translation>
    </message>
    <message>
        <source>See: seekbench-cli queue list</source>
        <translation>查看：seekbench-cli queue list</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation>划分的种子</translation>
    </message>
    <message>
        <source>Select %1, too.</source>
        <translation>请同时选中 %1。</translation>
    </message>
    <message>
        <source>Select the nodes that shall become one.</source>
        <translation>请选中要合成一个的节点。</translation>
    </message>
    <message>
        <source>Sends the skipped input through a 1×1 convolution, so that it has the output&apos;s shape.</source>
        <translation>让跳连的输入经过 1×1 卷积，使其形状与输出一致。</translation>
    </message>
    <message>
        <source>Set %1 = %2</source>
        <translation>设 %1 = %2</translation>
    </message>
    <message>
        <source>Set %1 = %2 and adapt %3</source>
        <translation>设 %1 = %2，并调整 %3</translation>
    </message>
    <message>
        <source>Set %1 of %2 = %3</source>
        <translation>设 %2 的 %1 = %3</translation>
    </message>
    <message>
        <source>Set %1 of %2 = %3 and adapt %4</source>
        <translation>设 %2 的 %1 = %3，并调整 %4</translation>
    </message>
    <message>
        <source>Set SEEKBENCH_RESOURCES to it.</source>
        <translation>请把 SEEKBENCH_RESOURCES 设为它。</translation>
    </message>
    <message>
        <source>Set XDG_RUNTIME_DIR to a folder with a shorter path.</source>
        <translation>请把 XDG_RUNTIME_DIR 设为路径较短的文件夹。</translation>
    </message>
    <message>
        <source>Set &quot;split.source&quot; to &quot;share&quot; to validate on a share of the training samples.</source>
        <translation>把“split.source”设为“share”，即可用一部分训练样本做验证。</translation>
    </message>
    <message>
        <source>Set it to Seekbench&apos;s folder &quot;resources&quot;, or unset it.</source>
        <translation>请设为 Seekbench 的文件夹“resources”，或取消设置。</translation>
    </message>
    <message>
        <source>Set it to the path of %1, or unset it.</source>
        <translation>请设为 %1 的路径，或取消设置。</translation>
    </message>
    <message>
        <source>Set the experiment&apos;s device to &quot;cpu&quot;, or use a Seekbench built with CUDA.</source>
        <translation>请把实验的设备设为“cpu”，或使用带 CUDA 的 Seekbench。</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Share held out</source>
        <translation>留出比例</translation>
    </message>
    <message>
        <source>Share of the learning rate that is left at the end.</source>
        <translation>结束时剩余的学习率比例。</translation>
    </message>
    <message>
        <source>Share of the newest batch in the running mean and variance.</source>
        <translation>最新批量在滑动均值和方差中的比例。</translation>
    </message>
    <message>
        <source>Share of the previous update that is kept.</source>
        <translation>保留上次更新的比例。</translation>
    </message>
    <message>
        <source>Share of the samples whose highest output is the true class.</source>
        <translation>输出最高的类别正是真实类别的样本比例。</translation>
    </message>
    <message>
        <source>Share of the samples whose true class is among the three highest outputs.</source>
        <translation>真实类别在输出最高的三类之中的样本比例。</translation>
    </message>
    <message>
        <source>Shirt</source>
        <translation>衬衫</translation>
    </message>
    <message>
        <source>Shrinks the weights by this multiple of the learning rate in each update.</source>
        <translation>每次更新时，权重按学习率乘以此系数的比例缩小。</translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation>SiLU</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Size of hidden state and memory.</source>
        <translation>隐藏状态和记忆单元的大小。</translation>
    </message>
    <message>
        <source>Slides learned kernels over height and width.</source>
        <translation>让可学习的卷积核在高和宽上滑动。</translation>
    </message>
    <message>
        <source>Sneaker</source>
        <translation>运动鞋</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Splits the channels into groups that do not see each other.</source>
        <translation>把通道分成互不相通的组。</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Standard deviation of the uniform noise on the target; that of the target without it is about 1.</source>
        <translation>目标上均匀噪声的标准差；无噪声目标的标准差约为 1。</translation>
    </message>
    <message>
        <source>Standard deviation of the uniform noise; that of a pattern is 1.</source>
        <translation>均匀噪声的标准差；图案的标准差为 1。</translation>
    </message>
    <message>
        <source>Start a new run of its experiment to train again.</source>
        <translation>请用其实验开始新的运行来再次训练。</translation>
    </message>
    <message>
        <source>Start one with: seekbench-cli train FILE.</source>
        <translation>开始一个：seekbench-cli train FILE。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>阶梯衰减</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>下降间隔</translation>
    </message>
    <message>
        <source>Step size of an update, before the schedule&apos;s factor.</source>
        <translation>更新的步长，乘以调度系数之前。</translation>
    </message>
    <message>
        <source>Step time</source>
        <translation>单步用时</translation>
    </message>
    <message>
        <source>Steps between checkpoints</source>
        <translation>检查点间隔步数</translation>
    </message>
    <message>
        <source>Steps between checkpoints; 0: only at the end and on stop.</source>
        <translation>检查点之间的步数；0：仅在结束和停止时。</translation>
    </message>
    <message>
        <source>Steps scaled by running means of the gradient and of its square (Kingma and Ba 2015).</source>
        <translation>按梯度及其平方的滑动平均缩放步长（Kingma 和 Ba 2015）。</translation>
    </message>
    <message>
        <source>Stochastic gradient descent, with momentum where wanted.</source>
        <translation>随机梯度下降，可带动量。</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>请先停止它。</translation>
    </message>
    <message>
        <source>Stopped by the user at step %1.</source>
        <translation>用户在第 %1 步停止。</translation>
    </message>
    <message>
        <source>Stopped on request, with a checkpoint.</source>
        <translation>已按要求停止，留有检查点。</translation>
    </message>
    <message>
        <source>Stopped on request, without a new checkpoint: %1</source>
        <translation>已按要求停止，没有新检查点：%1</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Stride of the first convolution; 2 halves height and width.</source>
        <translation>第一个卷积的步幅；2 使高和宽减半。</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>T-shirt/top</source>
        <translation>T 恤</translation>
    </message>
    <message>
        <source>Take their rights away (chmod 700 %1) after a look at what is in it.</source>
        <translation>请查看其内容后收回他人权限（chmod 700 %1）。</translation>
    </message>
    <message>
        <source>Taken from every pixel, which lies from 0 to 1 before.</source>
        <translation>从每个像素中减去；像素原在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>Takes a last window that reaches beyond the edge, instead of leaving the rest out.</source>
        <translation>最后一个窗口可超出边缘，而不舍去余下部分。</translation>
    </message>
    <message>
        <source>Takes means over as many windows as the output wants, whatever the input&apos;s height and width.</source>
        <translation>不论输入的高和宽，按输出所需的窗口数取均值。</translation>
    </message>
    <message>
        <source>Takes the mean of each window of height and width.</source>
        <translation>取高和宽上每个窗口的均值。</translation>
    </message>
    <message>
        <source>Test images</source>
        <translation>测试图像</translation>
    </message>
    <message>
        <source>Test labels</source>
        <translation>测试标签</translation>
    </message>
    <message>
        <source>Test samples</source>
        <translation>测试样本</translation>
    </message>
    <message>
        <source>The CUDA part of Seekbench could not be opened: %1.</source>
        <translation>无法打开 Seekbench 的 CUDA 部分：%1。</translation>
    </message>
    <message>
        <source>The IDX file holds elements of type %1; only unsigned bytes (8) are read.</source>
        <translation>IDX 文件的元素类型为 %1；只读无符号字节（8）。</translation>
    </message>
    <message>
        <source>The Input node &quot;%1&quot; is not made for the samples of the dataset &quot;%2&quot;.</source>
        <translation>Input 节点“%1”与数据集“%2”的样本不符。</translation>
    </message>
    <message>
        <source>The JSON is nested more than %1 levels deep.</source>
        <translation>JSON 嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>The ONNX export of this operator is not written yet.</source>
        <translation>此算子的 ONNX 导出尚未编写。</translation>
    </message>
    <message>
        <source>The TFLite export of this operator is not written yet.</source>
        <translation>此算子的 TFLite 导出尚未编写。</translation>
    </message>
    <message>
        <source>The batch size %1 is larger than the %2 training samples: every epoch is a single, smaller batch.</source>
        <translation>批量大小 %1 超过训练样本数 %2：每轮只有一个较小的批量。</translation>
    </message>
    <message>
        <source>The block %1 is not there any more.</source>
        <translation>块 %1 已不存在。</translation>
    </message>
    <message>
        <source>The bytes are not a Seekbench message.</source>
        <translation>这些字节不是 Seekbench 消息。</translation>
    </message>
    <message>
        <source>The checkpoint belongs to another experiment.</source>
        <translation>检查点属于另一个实验。</translation>
    </message>
    <message>
        <source>The checkpoint could not be written: %1.</source>
        <translation>无法写入检查点：%1。</translation>
    </message>
    <message>
        <source>The checkpoint of step %1 was made by another version of this experiment; the numbers may differ.</source>
        <translation>第 %1 步的检查点由此实验的另一版本生成；数值可能不同。</translation>
    </message>
    <message>
        <source>The composite %1 contains itself.</source>
        <translation>复合算子 %1 包含自身。</translation>
    </message>
    <message>
        <source>The composite operators in %1 could not be listed</source>
        <translation>无法列出 %1 中的复合算子</translation>
    </message>
    <message>
        <source>The composite under &quot;composites.%1&quot; calls itself &quot;%2&quot;.</source>
        <translation>“composites.%1”下的复合算子自称“%2”。</translation>
    </message>
    <message>
        <source>The connection could not be waited for</source>
        <translation>无法等待连接</translation>
    </message>
    <message>
        <source>The connection failed</source>
        <translation>连接失败</translation>
    </message>
    <message>
        <source>The copied text has no graph in it.</source>
        <translation>复制的文本中没有网络图。</translation>
    </message>
    <message>
        <source>The data cannot be read (%1).</source>
        <translation>无法读取数据（%1）。</translation>
    </message>
    <message>
        <source>The data of the tensor %1 is not as long as its shape says.</source>
        <translation>张量 %1 的数据长度与其形状不符。</translation>
    </message>
    <message>
        <source>The database %1 could not be opened or written (%2).</source>
        <translation>数据库 %1 无法打开或写入（%2）。</translation>
    </message>
    <message>
        <source>The database %1 is damaged (%2).</source>
        <translation>数据库 %1 已损坏（%2）。</translation>
    </message>
    <message>
        <source>The database %1 is in use by another program (%2).</source>
        <translation>数据库 %1 正被另一个程序使用（%2）。</translation>
    </message>
    <message>
        <source>The database %1 refused (%2).</source>
        <translation>数据库 %1 拒绝操作（%2）。</translation>
    </message>
    <message>
        <source>The database has version %1; this Seekbench reads versions up to %2.</source>
        <translation>数据库的版本是 %1；此 Seekbench 最高读到版本 %2。</translation>
    </message>
    <message>
        <source>The database opens and knows %1 runs; there are %2 run folders.</source>
        <translation>数据库可以打开，其中有 %1 个运行；运行文件夹有 %2 个。</translation>
    </message>
    <message>
        <source>The database was made by an older Seekbench and cannot be brought up to date, because it was opened for reading only.</source>
        <translation>数据库由较旧的 Seekbench 建立，因以只读方式打开而无法升级。</translation>
    </message>
    <message>
        <source>The dataset ended before the epoch did.</source>
        <translation>数据集在一轮结束之前就用完了。</translation>
    </message>
    <message>
        <source>The dataset has %1 training and %2 test samples; both parts are needed.</source>
        <translation>数据集有 %1 个训练样本和 %2 个测试样本；两部分都需要。</translation>
    </message>
    <message>
        <source>The dataset has %1 training samples; a split needs at least two.</source>
        <translation>数据集有 %1 个训练样本；划分至少需要两个。</translation>
    </message>
    <message>
        <source>The dataset has changed since the checkpoint of step %1; the numbers may differ.</source>
        <translation>第 %1 步的检查点之后数据集已改变；数值可能不同。</translation>
    </message>
    <message>
        <source>The device %1 is in use by process %2.</source>
        <translation>设备 %1 正被进程 %2 使用。</translation>
    </message>
    <message>
        <source>The device must be &quot;cpu&quot; or &quot;cuda:&quot; and a number, such as &quot;cuda:0&quot;; it is &quot;%1&quot;.</source>
        <translation>设备必须是“cpu”，或“cuda:”加数字，如“cuda:0”；现为“%1”。</translation>
    </message>
    <message>
        <source>The disk that holds the database %1 is full.</source>
        <translation>数据库 %1 所在的磁盘已满。</translation>
    </message>
    <message>
        <source>The edge from %1 to %2 ends at a node that does not exist.</source>
        <translation>%1 到 %2 的边通向不存在的节点。</translation>
    </message>
    <message>
        <source>The edge from %1 to %2 names the node %3, which does not exist.</source>
        <translation>%1 到 %2 的边指到节点 %3，它不存在。</translation>
    </message>
    <message>
        <source>The edges lead in a circle: %1.</source>
        <translation>各边构成环：%1。</translation>
    </message>
    <message>
        <source>The end of the compressed file is damaged (%1).</source>
        <translation>压缩文件的末尾已损坏（%1）。</translation>
    </message>
    <message>
        <source>The endpoint of the run %1 belongs to the run %2.</source>
        <translation>运行 %1 的端点属于运行 %2。</translation>
    </message>
    <message>
        <source>The exact function, or its approximation with a hyperbolic tangent.</source>
        <translation>精确函数，或其双曲正切近似。</translation>
    </message>
    <message>
        <source>The experiment cannot be trained: %1</source>
        <translation>实验无法训练：%1</translation>
    </message>
    <message>
        <source>The experiment cannot be trained: %1 (and %2 more errors)</source>
        <translation>实验无法训练：%1（另有 %2 个错误）</translation>
    </message>
    <message>
        <source>The experiment&apos;s form says which.</source>
        <translation>实验表单中有说明。</translation>
    </message>
    <message>
        <source>The expression &quot;%1&quot; cannot be read at its character %2.</source>
        <translation>表达式“%1”在第 %2 个字符处无法读取。</translation>
    </message>
    <message>
        <source>The expression &quot;%1&quot; divides by zero.</source>
        <translation>表达式“%1”除以零。</translation>
    </message>
    <message>
        <source>The expression &quot;%1&quot; ends too early.</source>
        <translation>表达式“%1”不完整。</translation>
    </message>
    <message>
        <source>The expression &quot;%1&quot; names %2, which is no parameter of this composite.</source>
        <translation>表达式“%1”用到 %2，它不是此复合算子的参数。</translation>
    </message>
    <message>
        <source>The expression &quot;%1&quot; names %2, which is not a number.</source>
        <translation>表达式“%1”用到 %2，它不是数值。</translation>
    </message>
    <message>
        <source>The expression is longer than %1 characters.</source>
        <translation>表达式超过 %1 个字符。</translation>
    </message>
    <message>
        <source>The expression is nested more than %1 levels deep.</source>
        <translation>表达式嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is missing.</source>
        <translation>缺少字段“%1”。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be %2; it is %3.</source>
        <translation>字段“%1”必须是 %2；现为 %3。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be an object with a text &quot;kind&quot;.</source>
        <translation>字段“%1”必须是带文本“kind”的对象。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be an object; it is %2.</source>
        <translation>字段“%1”必须是对象；现为 %2。</translation>
    </message>
    <message>
        <source>The field &quot;colour&quot; must be empty or like &quot;slot:3&quot;; it is &quot;%1&quot;.</source>
        <translation>字段“colour”必须为空，或形如“slot:3”；现为“%1”。</translation>
    </message>
    <message>
        <source>The field &quot;composites&quot; must be an object.</source>
        <translation>字段“composites”必须是对象。</translation>
    </message>
    <message>
        <source>The field &quot;edges&quot; must be a list.</source>
        <translation>字段“edges”必须是列表。</translation>
    </message>
    <message>
        <source>The field &quot;nodes&quot; must be a list.</source>
        <translation>字段“nodes”必须是列表。</translation>
    </message>
    <message>
        <source>The field &quot;parameters&quot; of a composite must be a list.</source>
        <translation>复合算子的字段“parameters”必须是列表。</translation>
    </message>
    <message>
        <source>The field &quot;split.source&quot; must be &quot;%1&quot; or &quot;%2&quot;; it is &quot;%3&quot;.</source>
        <translation>字段“split.source”必须是“%1”或“%2”；现为“%3”。</translation>
    </message>
    <message>
        <source>The field &quot;version&quot; is missing or not an integer.</source>
        <translation>字段“version”缺失或不是整数。</translation>
    </message>
    <message>
        <source>The file ends after %1 bytes, in the middle of its content.</source>
        <translation>文件在 %1 字节之后、内容中途结束。</translation>
    </message>
    <message>
        <source>The file ends too early: %1 bytes are missing.</source>
        <translation>文件过早结束：缺少 %1 字节。</translation>
    </message>
    <message>
        <source>The file goes on after its %1 bytes of data.</source>
        <translation>文件在 %1 字节数据之后还有内容。</translation>
    </message>
    <message>
        <source>The file has version %1 of the format %2; this Seekbench reads versions up to %3.</source>
        <translation>文件是格式 %2 的版本 %1；此 Seekbench 最高读到版本 %3。</translation>
    </message>
    <message>
        <source>The file is a database of another program.</source>
        <translation>该文件是其他程序的数据库。</translation>
    </message>
    <message>
        <source>The file is only %1 bytes long.</source>
        <translation>文件只有 %1 字节。</translation>
    </message>
    <message>
        <source>The file of predictions is damaged.</source>
        <translation>预测文件已损坏。</translation>
    </message>
    <message>
        <source>The first bytes of %1 are damaged.</source>
        <translation>%1 的开头字节已损坏。</translation>
    </message>
    <message>
        <source>The folder %1 could not be flushed to the disk</source>
        <translation>无法把文件夹 %1 刷写到磁盘</translation>
    </message>
    <message>
        <source>The folder %1 could not be found</source>
        <translation>找不到文件夹 %1</translation>
    </message>
    <message>
        <source>The folder %1 could not be looked at</source>
        <translation>无法查看文件夹 %1</translation>
    </message>
    <message>
        <source>The folder %1 could not be made</source>
        <translation>无法建立文件夹 %1</translation>
    </message>
    <message>
        <source>The folder %1 could not be opened</source>
        <translation>无法打开文件夹 %1</translation>
    </message>
    <message>
        <source>The folder &quot;resources&quot; was found neither at %1 nor at %2.</source>
        <translation>在 %1 和 %2 都没有找到文件夹“resources”。</translation>
    </message>
    <message>
        <source>The generated samples would hold %1 numbers; at most %2 are kept.</source>
        <translation>生成的样本将有 %1 个数；最多保存 %2 个。</translation>
    </message>
    <message>
        <source>The graph has %1 Input nodes, but a sample of the dataset &quot;%2&quot; has %3 parts.</source>
        <translation>网络图有 %1 个 Input 节点，而数据集“%2”的样本有 %3 部分。</translation>
    </message>
    <message>
        <source>The graph has no Input node.</source>
        <translation>网络图没有 Input 节点。</translation>
    </message>
    <message>
        <source>The graph has no Output node.</source>
        <translation>网络图没有 Output 节点。</translation>
    </message>
    <message>
        <source>The header announces %1 bytes, which a file of %2 bytes cannot hold.</source>
        <translation>文件头声明 %1 字节，%2 字节的文件放不下。</translation>
    </message>
    <message>
        <source>The header entry of the tensor %1 has no valid &quot;dtype&quot;, &quot;shape&quot; and &quot;data_offsets&quot;.</source>
        <translation>文件头中张量 %1 的条目没有有效的“dtype”、“shape”和“data_offsets”。</translation>
    </message>
    <message>
        <source>The header is not a JSON object.</source>
        <translation>文件头不是 JSON 对象。</translation>
    </message>
    <message>
        <source>The header is said to be %1 bytes long, which cannot be.</source>
        <translation>文件头据称有 %1 字节，这不可能。</translation>
    </message>
    <message>
        <source>The images of %1 and %2 differ in size.</source>
        <translation>%1 与 %2 的图像大小不同。</translation>
    </message>
    <message>
        <source>The input has no batch dimension to keep.</source>
        <translation>输入没有可保留的批量维。</translation>
    </message>
    <message>
        <source>The journal %1 has not been begun yet.</source>
        <translation>运行记录 %1 尚未开始。</translation>
    </message>
    <message>
        <source>The journal of the run %1 is damaged at byte %2.</source>
        <translation>运行 %1 的记录在字节 %2 处损坏。</translation>
    </message>
    <message>
        <source>The learning rate is multiplied by a factor every few epochs.</source>
        <translation>每隔几轮，学习率乘以一个系数。</translation>
    </message>
    <message>
        <source>The learning rate rises linearly, then falls along half a cosine.</source>
        <translation>学习率先线性上升，再沿半个余弦下降。</translation>
    </message>
    <message>
        <source>The learning rate stays as it is.</source>
        <translation>学习率保持不变。</translation>
    </message>
    <message>
        <source>The lock %1 could not be opened</source>
        <translation>无法打开锁 %1</translation>
    </message>
    <message>
        <source>The log of the run says what was done before.</source>
        <translation>运行日志说明了之前做过什么。</translation>
    </message>
    <message>
        <source>The loss &quot;%1&quot; wants an output of the target&apos;s shape.</source>
        <translation>损失“%1”要求输出与目标形状相同。</translation>
    </message>
    <message>
        <source>The loss &quot;%1&quot; wants one output for each of the %2 classes.</source>
        <translation>损失“%1”要求 %2 个类别各有一个输出。</translation>
    </message>
    <message>
        <source>The loss is not a finite number from step %1 on. A smaller learning rate often helps.</source>
        <translation>从第 %1 步起损失不是有限数。减小学习率往往有效。</translation>
    </message>
    <message>
        <source>The message has %1 number %2, which this version does not know.</source>
        <translation>消息的%1编号为 %2，此版本不认识。</translation>
    </message>
    <message>
        <source>The message is empty.</source>
        <translation>消息为空。</translation>
    </message>
    <message>
        <source>The metric &quot;%1&quot; is named twice.</source>
        <translation>指标“%1”出现了两次。</translation>
    </message>
    <message>
        <source>The newest runs are: %1.</source>
        <translation>最新的运行：%1。</translation>
    </message>
    <message>
        <source>The next validation of the run writes it anew.</source>
        <translation>该运行的下次验证会重新写入。</translation>
    </message>
    <message>
        <source>The node is kept as %1 and calls itself %2.</source>
        <translation>节点以 %1 保存，却自称 %2。</translation>
    </message>
    <message>
        <source>The node name &quot;%1&quot; holds a dot, a slash or a control character.</source>
        <translation>节点名称“%1”含有点、斜杠或控制字符。</translation>
    </message>
    <message>
        <source>The operator %1 of the node %2 cannot be trained yet.</source>
        <translation>节点 %2 的算子 %1 尚不能训练。</translation>
    </message>
    <message>
        <source>The other side speaks version %1 of Seekbench&apos;s messages; this one speaks version %2.</source>
        <translation>对方使用 Seekbench 消息的版本 %1；本方使用版本 %2。</translation>
    </message>
    <message>
        <source>The path through %1 leaves the selection and comes back.</source>
        <translation>经过 %1 的路径离开选中部分后又返回。</translation>
    </message>
    <message>
        <source>The predictions were written by a newer Seekbench (format %1).</source>
        <translation>预测由较新的 Seekbench 写入（格式 %1）。</translation>
    </message>
    <message>
        <source>The program %1 is not in %2.</source>
        <translation>程序 %1 不在 %2 中。</translation>
    </message>
    <message>
        <source>The program %1, which does the training, is not in %2.</source>
        <translation>负责训练的程序 %1 不在 %2 中。</translation>
    </message>
    <message>
        <source>The resources are there, with %1 composite operators.</source>
        <translation>资源就绪，有 %1 个复合算子。</translation>
    </message>
    <message>
        <source>The run %1 has finished.</source>
        <translation>运行 %1 已完成。</translation>
    </message>
    <message>
        <source>The run %1 has finished; there is nothing left to train.</source>
        <translation>运行 %1 已完成；没有可再训练的内容。</translation>
    </message>
    <message>
        <source>The run %1 is being trained already, by process %2.</source>
        <translation>运行 %1 正由进程 %2 训练。</translation>
    </message>
    <message>
        <source>The run %1 is locked by process %2, which has no endpoint.</source>
        <translation>运行 %1 被进程 %2 锁定，该进程没有端点。</translation>
    </message>
    <message>
        <source>The run %1 is not in the queue.</source>
        <translation>运行 %1 不在队列中。</translation>
    </message>
    <message>
        <source>The run %1 waits in the queue already.</source>
        <translation>运行 %1 已在队列中。</translation>
    </message>
    <message>
        <source>The run can be resumed from step %1.</source>
        <translation>可从第 %1 步继续运行。</translation>
    </message>
    <message>
        <source>The run cannot be paused or asked for its status, but it is trained: %1</source>
        <translation>运行无法暂停，也无法查询状态，但仍在训练：%1</translation>
    </message>
    <message>
        <source>The run has ended.</source>
        <translation>运行已结束。</translation>
    </message>
    <message>
        <source>The run is not in the trash.</source>
        <translation>该运行不在回收站中。</translation>
    </message>
    <message>
        <source>The run is not paused.</source>
        <translation>运行没有暂停。</translation>
    </message>
    <message>
        <source>The run is paused already.</source>
        <translation>运行已经暂停。</translation>
    </message>
    <message>
        <source>The run is still at work.</source>
        <translation>该运行仍在进行。</translation>
    </message>
    <message>
        <source>The run stops with a checkpoint.</source>
        <translation>运行停止并留下检查点。</translation>
    </message>
    <message>
        <source>The setting &quot;%1&quot; takes a value of another type.</source>
        <translation>设置“%1”需要另一种类型的值。</translation>
    </message>
    <message>
        <source>The share of samples held out must lie between 0 and 1; it is %1.</source>
        <translation>留出的样本比例必须在 0 和 1 之间；现为 %1。</translation>
    </message>
    <message>
        <source>The size of %1 could not be read</source>
        <translation>无法读取 %1 的大小</translation>
    </message>
    <message>
        <source>The squared difference between output and target, averaged over all their elements.</source>
        <translation>输出与目标之差的平方，对全部元素取平均。</translation>
    </message>
    <message>
        <source>The state of the random generator belongs to another device or another LibTorch.</source>
        <translation>随机数生成器的状态属于另一设备或另一 LibTorch。</translation>
    </message>
    <message>
        <source>The state of the random generator cannot be read.</source>
        <translation>无法读取随机数生成器的状态。</translation>
    </message>
    <message>
        <source>The tensor %1 does not begin where the one before it ends.</source>
        <translation>张量 %1 的开头与前一个的结尾不相接。</translation>
    </message>
    <message>
        <source>The tensor %1 has an element type that safetensors files of Seekbench do not hold.</source>
        <translation>张量 %1 的元素类型不在 Seekbench 的 safetensors 文件之列。</translation>
    </message>
    <message>
        <source>The tensor %1 has another shape or element type than the model wants.</source>
        <translation>张量 %1 的形状或元素类型与模型要求不同。</translation>
    </message>
    <message>
        <source>The tensor %1 has the element type %2, which Seekbench does not read.</source>
        <translation>张量 %1 的元素类型是 %2，Seekbench 不读取。</translation>
    </message>
    <message>
        <source>The tensor %1 is missing.</source>
        <translation>缺少张量 %1。</translation>
    </message>
    <message>
        <source>The tensors could not be read: %1</source>
        <translation>无法读取张量：%1</translation>
    </message>
    <message>
        <source>The tensors fill %1 bytes, but the file holds %2 bytes of data.</source>
        <translation>张量占 %1 字节，而文件有 %2 字节数据。</translation>
    </message>
    <message>
        <source>The test part</source>
        <translation>测试部分</translation>
    </message>
    <message>
        <source>The text is %1 bytes long; at most %2 are read.</source>
        <translation>文本长 %1 字节；最多读取 %2。</translation>
    </message>
    <message>
        <source>The thread that answers commands could not be started</source>
        <translation>无法启动应答命令的线程</translation>
    </message>
    <message>
        <source>The training state cannot be read: %1.</source>
        <translation>无法读取训练状态：%1。</translation>
    </message>
    <message>
        <source>The value %1 of %2 is out of range; it must lie from %3 to %4.</source>
        <translation>%2 的值 %1 超出范围；必须在 %3 到 %4 之间。</translation>
    </message>
    <message>
        <source>The value %1 of %2 is too large; the most is %3.</source>
        <translation>%2 的值 %1 太大；最大为 %3。</translation>
    </message>
    <message>
        <source>The value %1 of %2 is too small; the least is %3.</source>
        <translation>%2 的值 %1 太小；最小为 %3。</translation>
    </message>
    <message>
        <source>The warm-up takes %1 steps and the whole run %2: the full learning rate is hardly reached.</source>
        <translation>预热占 %1 步，而整个运行为 %2 步：几乎达不到完整的学习率。</translation>
    </message>
    <message>
        <source>The worker at %1 could not be reached</source>
        <translation>无法连到 %1 处的工作进程</translation>
    </message>
    <message>
        <source>The worker at %1 is too busy to answer.</source>
        <translation>%1 处的工作进程太忙，无法应答。</translation>
    </message>
    <message>
        <source>The worker could not listen at %1</source>
        <translation>工作进程无法监听 %1</translation>
    </message>
    <message>
        <source>The worker declined to go on: %1</source>
        <translation>工作进程拒绝继续：%1</translation>
    </message>
    <message>
        <source>The worker declined: %1</source>
        <translation>工作进程拒绝：%1</translation>
    </message>
    <message>
        <source>The worker died at step %1.</source>
        <translation>工作进程在第 %1 步终止。</translation>
    </message>
    <message>
        <source>The worker does not know this command.</source>
        <translation>工作进程不认识此命令。</translation>
    </message>
    <message>
        <source>The worker ended at its start (%1) and said nothing.</source>
        <translation>工作进程启动时结束（%1），没有任何消息。</translation>
    </message>
    <message>
        <source>The worker ended at its start (%1): %2</source>
        <translation>工作进程启动时结束（%1）：%2</translation>
    </message>
    <message>
        <source>The worker has not begun within %1 s; it is still trying.</source>
        <translation>工作进程在 %1 秒内尚未开始；仍在尝试。</translation>
    </message>
    <message>
        <source>The worker may have ended; look at the run&apos;s state.</source>
        <translation>工作进程可能已结束；请查看运行状态。</translation>
    </message>
    <message>
        <source>The worker of the run %1 did not answer within %2 s.</source>
        <translation>运行 %1 的工作进程在 %2 秒内没有应答。</translation>
    </message>
    <message>
        <source>The worker of the run %1 has no endpoint yet.</source>
        <translation>运行 %1 的工作进程还没有端点。</translation>
    </message>
    <message>
        <source>The worker of the run %1 speaks version %2 of the protocol; this is %3.</source>
        <translation>运行 %1 的工作进程使用协议版本 %2；本方为 %3。</translation>
    </message>
    <message>
        <source>The worker starts: %1.</source>
        <translation>工作进程可以启动：%1。</translation>
    </message>
    <message>
        <source>The workspace %1 has no runs.</source>
        <translation>工作区 %1 没有运行。</translation>
    </message>
    <message>
        <source>The workspace %1 is writable.</source>
        <translation>工作区 %1 可写。</translation>
    </message>
    <message>
        <source>The zeros of the padding take part in the mean.</source>
        <translation>填充的零参与求均值。</translation>
    </message>
    <message>
        <source>There are %1 errors in all; `seekbench-cli check FILE` lists them.</source>
        <translation>共有 %1 个错误；`seekbench-cli check FILE` 会列出。</translation>
    </message>
    <message>
        <source>There are %1 tensors where the model has %2.</source>
        <translation>有 %1 个张量，而模型有 %2 个。</translation>
    </message>
    <message>
        <source>There are two of this name.</source>
        <translation>有两个同名的。</translation>
    </message>
    <message>
        <source>There is a checkpoint of step %1.</source>
        <translation>有第 %1 步的检查点。</translation>
    </message>
    <message>
        <source>There is already a node %1.</source>
        <translation>已有节点 %1。</translation>
    </message>
    <message>
        <source>There is no &quot;%1&quot; here. Known are: %2.</source>
        <translation>这里没有“%1”。已知的有：%2。</translation>
    </message>
    <message>
        <source>There is no database %1.</source>
        <translation>没有数据库 %1。</translation>
    </message>
    <message>
        <source>There is no dataset &quot;%1&quot;.</source>
        <translation>没有数据集“%1”。</translation>
    </message>
    <message>
        <source>There is no dataset &quot;%1&quot;. Known are: %2.</source>
        <translation>没有数据集“%1”。已知的有：%2。</translation>
    </message>
    <message>
        <source>There is no device cuda:%1; the last one is cuda:%2.</source>
        <translation>没有设备 cuda:%1；最后一个是 cuda:%2。</translation>
    </message>
    <message>
        <source>There is no edge from %1 to %2.</source>
        <translation>没有 %1 到 %2 的边。</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot; here.</source>
        <translation>这里没有字段“%1”。</translation>
    </message>
    <message>
        <source>There is no file %1 in %2.</source>
        <translation>%2 中没有文件 %1。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>There is no folder for the workspace.</source>
        <translation>工作区没有文件夹。</translation>
    </message>
    <message>
        <source>There is no loss named %1.</source>
        <translation>没有名为 %1 的损失。</translation>
    </message>
    <message>
        <source>There is no metric &quot;%1&quot;. Known are: %2.</source>
        <translation>没有指标“%1”。已知的有：%2。</translation>
    </message>
    <message>
        <source>There is no metric named %1.</source>
        <translation>没有名为 %1 的指标。</translation>
    </message>
    <message>
        <source>There is no node %1.</source>
        <translation>没有节点 %1。</translation>
    </message>
    <message>
        <source>There is no operator %1.</source>
        <translation>没有算子 %1。</translation>
    </message>
    <message>
        <source>There is no operator &quot;%1&quot;.</source>
        <translation>没有算子“%1”。</translation>
    </message>
    <message>
        <source>There is no optimizer named %1.</source>
        <translation>没有名为 %1 的优化器。</translation>
    </message>
    <message>
        <source>There is no parameter %1 here.</source>
        <translation>这里没有参数 %1。</translation>
    </message>
    <message>
        <source>There is no run &quot;%1&quot; in the workspace %2.</source>
        <translation>工作区 %2 中没有运行“%1”。</translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot;.</source>
        <translation>没有设置“%1”。</translation>
    </message>
    <message>
        <source>There is no temporary folder</source>
        <translation>没有临时文件夹</translation>
    </message>
    <message>
        <source>There was not enough memory (%1).</source>
        <translation>内存不足（%1）。</translation>
    </message>
    <message>
        <source>This Seekbench was built without CUDA.</source>
        <translation>此 Seekbench 构建时不带 CUDA。</translation>
    </message>
    <message>
        <source>This is not a %1 file: its field &quot;format&quot; does not say &quot;%1&quot;.</source>
        <translation>这不是 %1 文件：其字段“format”不是“%1”。</translation>
    </message>
    <message>
        <source>This is not an IDX file.</source>
        <translation>这不是 IDX 文件。</translation>
    </message>
    <message>
        <source>This is not valid JSON: %1.</source>
        <translation>这不是有效的 JSON：%1。</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Threads of the processor; 0: one for each core.</source>
        <translation>处理器线程数；0：每个核一个。</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐</translation>
    </message>
    <message>
        <source>Top-3 accuracy</source>
        <translation>前三准确率</translation>
    </message>
    <message>
        <source>Train something first, or run &quot;seekbench-cli rebuild&quot;.</source>
        <translation>请先训练，或执行“seekbench-cli rebuild”。</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>训练图像</translation>
    </message>
    <message>
        <source>Training labels</source>
        <translation>训练标签</translation>
    </message>
    <message>
        <source>Training limit</source>
        <translation>训练样本上限</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Training loss of the epoch</source>
        <translation>整轮训练损失</translation>
    </message>
    <message>
        <source>Training needs one Output node; the graph has %1.</source>
        <translation>训练需要一个 Output 节点；网络图有 %1 个。</translation>
    </message>
    <message>
        <source>Training samples</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <source>Training samples used</source>
        <translation>所用训练样本</translation>
    </message>
    <message>
        <source>Trains on the first samples only; 0: on all of them.</source>
        <translation>只用前面的样本训练；0：全部。</translation>
    </message>
    <message>
        <source>Trouser</source>
        <translation>裤子</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>Two 3×3 convolutions whose result is added to the input (He et al. 2016, arXiv 1512.03385). Where channels or size change, the input needs a projection to fit.</source>
        <translation>两个 3×3 卷积，其结果与输入相加（He 等 2016，arXiv 1512.03385）。通道数或大小改变时，输入需经投影才能相加。</translation>
    </message>
    <message>
        <source>Two edges lead to %1.</source>
        <translation>两条边通向 %1。</translation>
    </message>
    <message>
        <source>Two files of %1 define the composite %2; the second is %3.</source>
        <translation>%1 中有两个文件定义复合算子 %2；第二个是 %3。</translation>
    </message>
    <message>
        <source>Two nodes have the name %1.</source>
        <translation>两个节点都名为 %1。</translation>
    </message>
    <message>
        <source>Two tensors are named %1.</source>
        <translation>两个张量都名为 %1。</translation>
    </message>
    <message>
        <source>Update Seekbench to open it. The file was left as it is.</source>
        <translation>请更新 Seekbench 再打开。文件未作改动。</translation>
    </message>
    <message>
        <source>Update Seekbench to see it.</source>
        <translation>请更新 Seekbench 再查看。</translation>
    </message>
    <message>
        <source>Updates until the full learning rate is reached.</source>
        <translation>达到完整学习率所需的更新次数。</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>Use &quot;cpu&quot; or &quot;cuda:0&quot;.</source>
        <translation>请用“cpu”或“cuda:0”。</translation>
    </message>
    <message>
        <source>Use a smaller batch size or a smaller model, or close other programs, and start a new run.</source>
        <translation>请减小批量大小或模型，或关闭其他程序，再开始新的运行。</translation>
    </message>
    <message>
        <source>Use another copy of the file; this one is damaged or not a safetensors file.</source>
        <translation>请换用该文件的其他副本；此文件已损坏或不是 safetensors 文件。</translation>
    </message>
    <message>
        <source>Use another operator.</source>
        <translation>请换用其他算子。</translation>
    </message>
    <message>
        <source>Use letters, digits and &quot;_&quot;, and no id of a built-in operator.</source>
        <translation>请用字母、数字和“_”，且不与内置算子的 id 相同。</translation>
    </message>
    <message>
        <source>Use the Seekbench that started the run, or stop the run and resume it with this one.</source>
        <translation>请使用启动该运行的 Seekbench，或停止运行后用此版本继续。</translation>
    </message>
    <message>
        <source>Use the Seekbench that started the run, or update this one.</source>
        <translation>请使用启动该运行的 Seekbench，或更新此版本。</translation>
    </message>
    <message>
        <source>Use the seekbench-cli that started the run.</source>
        <translation>请使用启动该运行的 seekbench-cli。</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Validation samples</source>
        <translation>验证样本</translation>
    </message>
    <message>
        <source>Vector size</source>
        <translation>向量维数</translation>
    </message>
    <message>
        <source>Version %1 of the format %2 never existed.</source>
        <translation>格式 %2 从未有过版本 %1。</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表大小</translation>
    </message>
    <message>
        <source>Wait until it has finished, or put the run into the queue.</source>
        <translation>请等它完成，或把运行加入队列。</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation>预热步数</translation>
    </message>
    <message>
        <source>Watch it with: seekbench-cli attach %1</source>
        <translation>可用此命令查看：seekbench-cli attach %1</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>What the model gives out. Inside a composite operator: an output port.</source>
        <translation>模型的输出。在复合算子内部：输出端口。</translation>
    </message>
    <message>
        <source>Where it is computed: the processor or one GPU.</source>
        <translation>在哪里计算：处理器或一块 GPU。</translation>
    </message>
    <message>
        <source>Where samples enter the model. Inside a composite operator: an input port, whose type comes from outside.</source>
        <translation>样本进入模型的位置。在复合算子内部：输入端口，其类型由外部决定。</translation>
    </message>
    <message>
        <source>Where validation samples come from: a share of the training part, or the test part of the dataset.</source>
        <translation>验证样本的来源：训练部分中的一定比例，或数据集的测试部分。</translation>
    </message>
    <message>
        <source>While training, sets numbers to zero at random and scales the others up; otherwise changes nothing.</source>
        <translation>训练时随机把一些数置零并放大其余的数；其他时候不作改变。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>With all composites expanded, the graph has more than %1 nodes.</source>
        <translation>展开全部复合算子后，网络图超过 %1 个节点。</translation>
    </message>
    <message>
        <source>Write &quot;version&quot;: %1 if you wrote the file by hand.</source>
        <translation>如果文件是手写的，请写上 &quot;version&quot;: %1。</translation>
    </message>
    <message>
        <source>Write it as node.port, or node.port.slot for one of many edges.</source>
        <translation>请写成 node.port；多条边之一写成 node.port.slot。</translation>
    </message>
    <message>
        <source>Write it like [&quot;a.output&quot;, &quot;b.input&quot;].</source>
        <translation>请写成 [&quot;a.output&quot;, &quot;b.input&quot;] 的形式。</translation>
    </message>
    <message>
        <source>Zeros added on each side, at most half the window.</source>
        <translation>每侧补零的个数，至多为窗口的一半。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the id of a composite.</source>
        <translation>“%1”不能作为复合算子的 id。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the id of a run: it needs 1 to %2 bytes.</source>
        <translation>“%1”不能作为运行的 id：需要 1 到 %2 字节。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a local socket: it needs 1 to %2 characters and no slash.</source>
        <translation>“%1”不能作为本地套接字的名称：需要 1 到 %2 个字符，且不含斜杠。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not name a port of a node.</source>
        <translation>“%1”不是节点的端口。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a device.</source>
        <translation>“%1”不是设备。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the beginning of %2 runs: %3.</source>
        <translation>“%1”是 %2 个运行的开头：%3。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too short for the beginning of a run&apos;s id.</source>
        <translation>“%1”太短，不足以作为运行 id 的开头。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>as the input</source>
        <translation>与输入相同</translation>
    </message>
    <message>
        <source>beginning the journal %1</source>
        <translation>开始运行记录 %1</translation>
    </message>
    <message>
        <source>building the model</source>
        <translation>构建模型</translation>
    </message>
    <message>
        <source>changing the run %1</source>
        <translation>更改运行 %1</translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation>个检查点</translation>
    </message>
    <message>
        <source>connecting to the worker of the run %1</source>
        <translation>连接运行 %1 的工作进程</translation>
    </message>
    <message>
        <source>cutting the torn end off %1</source>
        <translation>切除 %1 残缺的末尾</translation>
    </message>
    <message>
        <source>deleting the run %1</source>
        <translation>删除运行 %1</translation>
    </message>
    <message>
        <source>dim is %1, and the first input has %2 dimensions.</source>
        <translation>dim 为 %1，而第一个输入有 %2 维。</translation>
    </message>
    <message>
        <source>dim is %1, and the input has %2 dimensions.</source>
        <translation>dim 为 %1，而输入有 %2 维。</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>forgetting the run %1</source>
        <translation>忘记运行 %1</translation>
    </message>
    <message>
        <source>going on from the checkpoint of step %1</source>
        <translation>从第 %1 步的检查点继续</translation>
    </message>
    <message>
        <source>greeting the worker of the run %1</source>
        <translation>与运行 %1 的工作进程打招呼</translation>
    </message>
    <message>
        <source>groups (%1) must divide both in_channels (%2) and out_channels (%3).</source>
        <translation>groups（%1）必须同时整除 in_channels（%2）和 out_channels（%3）。</translation>
    </message>
    <message>
        <source>it sent %1 messages at once.</source>
        <translation>它一次发来 %1 条消息。</translation>
    </message>
    <message>
        <source>it sent a message that is not a command.</source>
        <translation>它发来的消息不是命令。</translation>
    </message>
    <message>
        <source>keeping a copy of what is not saved yet</source>
        <translation>为未保存的内容留副本</translation>
    </message>
    <message>
        <source>keeping some room on the disk for the end of the run</source>
        <translation>为运行结束预留磁盘空间</translation>
    </message>
    <message>
        <source>listing the attempts of the run %1</source>
        <translation>列出运行 %1 的各次启动</translation>
    </message>
    <message>
        <source>listing the checkpoints of the run %1</source>
        <translation>列出运行 %1 的检查点</translation>
    </message>
    <message>
        <source>listing the runs</source>
        <translation>列出运行</translation>
    </message>
    <message>
        <source>listing the series of the run %1</source>
        <translation>列出运行 %1 的序列</translation>
    </message>
    <message>
        <source>listing the whole database</source>
        <translation>列出整个数据库</translation>
    </message>
    <message>
        <source>looking at the database</source>
        <translation>查看数据库</translation>
    </message>
    <message>
        <source>making a folder for the run</source>
        <translation>建立运行的文件夹</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>已计量</translation>
    </message>
    <message>
        <source>normalized_shape needs at least one number.</source>
        <translation>normalized_shape 至少需要一个数。</translation>
    </message>
    <message>
        <source>null is not a value.</source>
        <translation>null 不是值。</translation>
    </message>
    <message>
        <source>num_heads (%1) must divide embed_dim (%2).</source>
        <translation>num_heads（%1）必须整除 embed_dim（%2）。</translation>
    </message>
    <message>
        <source>only at the end</source>
        <translation>仅在结束时</translation>
    </message>
    <message>
        <source>opening the database %1</source>
        <translation>打开数据库 %1</translation>
    </message>
    <message>
        <source>opening the dataset %1</source>
        <translation>打开数据集 %1</translation>
    </message>
    <message>
        <source>opening the dataset Fashion-MNIST</source>
        <translation>打开数据集 Fashion-MNIST</translation>
    </message>
    <message>
        <source>opening the device %1</source>
        <translation>打开设备 %1</translation>
    </message>
    <message>
        <source>opening the workspace %1</source>
        <translation>打开工作区 %1</translation>
    </message>
    <message>
        <source>padding (%1) may be at most half of kernel_size (%2).</source>
        <translation>padding（%1）至多为 kernel_size（%2）的一半。</translation>
    </message>
    <message>
        <source>pasting nodes</source>
        <translation>粘贴节点</translation>
    </message>
    <message>
        <source>reading %1</source>
        <translation>读取 %1</translation>
    </message>
    <message>
        <source>reading %1 of the run %2</source>
        <translation>读取运行 %2 的 %1</translation>
    </message>
    <message>
        <source>reading &quot;%1&quot;</source>
        <translation>读取“%1”</translation>
    </message>
    <message>
        <source>reading &quot;composites.%1&quot;</source>
        <translation>读取“composites.%1”</translation>
    </message>
    <message>
        <source>reading &quot;graph&quot;</source>
        <translation>读取“graph”</translation>
    </message>
    <message>
        <source>reading the body of %1</source>
        <translation>读取 %1 的内部</translation>
    </message>
    <message>
        <source>reading the checkpoint of step %1</source>
        <translation>读取第 %1 步的检查点</translation>
    </message>
    <message>
        <source>reading the edges</source>
        <translation>读取边</translation>
    </message>
    <message>
        <source>reading the experiment %1</source>
        <translation>读取实验 %1</translation>
    </message>
    <message>
        <source>reading the header</source>
        <translation>读取文件头</translation>
    </message>
    <message>
        <source>reading the log of the run %1</source>
        <translation>读取运行 %1 的日志</translation>
    </message>
    <message>
        <source>reading the node %1</source>
        <translation>读取节点 %1</translation>
    </message>
    <message>
        <source>reading the parameter %1</source>
        <translation>读取参数 %1</translation>
    </message>
    <message>
        <source>reading the parameter %1 of the composite</source>
        <translation>读取复合算子的参数 %1</translation>
    </message>
    <message>
        <source>reading the predictions</source>
        <translation>读取预测</translation>
    </message>
    <message>
        <source>reading the run %1</source>
        <translation>读取运行 %1</translation>
    </message>
    <message>
        <source>rebuilding %1</source>
        <translation>重建 %1</translation>
    </message>
    <message>
        <source>recording the run %1</source>
        <translation>记录运行 %1</translation>
    </message>
    <message>
        <source>replacing the rows of %1</source>
        <translation>替换 %1 的数据行</translation>
    </message>
    <message>
        <source>restoring what was not saved; it is kept as %1</source>
        <translation>恢复未保存的内容；它保存为 %1</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>个样本</translation>
    </message>
    <message>
        <source>saving %1</source>
        <translation>保存 %1</translation>
    </message>
    <message>
        <source>seekbench-cli check says which there are.</source>
        <translation>seekbench-cli check 会列出已有的。</translation>
    </message>
    <message>
        <source>setting up the model</source>
        <translation>准备模型</translation>
    </message>
    <message>
        <source>setting up the optimizer %1</source>
        <translation>准备优化器 %1</translation>
    </message>
    <message>
        <source>shape may hold one -1 and no 0.</source>
        <translation>shape 可含一个 -1，不能含 0。</translation>
    </message>
    <message>
        <source>shapes that can be stretched to one</source>
        <translation>可扩展成一致的形状</translation>
    </message>
    <message>
        <source>shapes that differ in dimension dim only</source>
        <translation>只在维度 dim 上不同的形状</translation>
    </message>
    <message>
        <source>splitting the dataset</source>
        <translation>划分数据集</translation>
    </message>
    <message>
        <source>start_dim %1 to end_dim %2 is no range of dimensions of the input, which has %3.</source>
        <translation>start_dim %1 到 end_dim %2 不是输入的维度范围，输入有 %3 维。</translation>
    </message>
    <message>
        <source>starting the run %1</source>
        <translation>启动运行 %1</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>talking to the worker of the run %1</source>
        <translation>与运行 %1 的工作进程通信</translation>
    </message>
    <message>
        <source>the input with dimensions start_dim to end_dim multiplied into one</source>
        <translation>把维度 start_dim 到 end_dim 合并为一维的输入</translation>
    </message>
    <message>
        <source>the stretched shape</source>
        <translation>扩展后的形状</translation>
    </message>
    <message>
        <source>the sum of the extents in dimension dim</source>
        <translation>维度 dim 上长度之和</translation>
    </message>
    <message>
        <source>writing %1</source>
        <translation>写入 %1</translation>
    </message>
    <message>
        <source>writing the checkpoint of step %1</source>
        <translation>写入第 %1 步的检查点</translation>
    </message>
    <message>
        <source>writing the predictions</source>
        <translation>写入预测</translation>
    </message>
    <message>
        <source>x times its sigmoid, also called swish.</source>
        <translation>x 乘以其 sigmoid，也称 swish。</translation>
    </message>
    <message>
        <source>x times the probability that a normal number is below x (Hendrycks and Gimpel 2016).</source>
        <translation>x 乘以正态随机数小于 x 的概率（Hendrycks 和 Gimpel 2016）。</translation>
    </message>
    <message>
        <source>%1 The training goes on without it.</source>
        <translation>%1 训练继续，但没有它。</translation>
    </message>
    <message>
        <source>%1 The training goes on without them.</source>
        <translation>%1 训练继续，但没有它们。</translation>
    </message>
    <message>
        <source>%1 cannot stand within an edge: it has no input.</source>
        <translation>%1 不能插入到边中：它没有输入。</translation>
    </message>
    <message>
        <source>%1 cannot stand within an edge: it has no output.</source>
        <translation>%1 不能插入到边中：它没有输出。</translation>
    </message>
    <message>
        <source>%1 has no input to connect.</source>
        <translation>%1 没有可连接的输入。</translation>
    </message>
    <message>
        <source>%1 has no output to connect.</source>
        <translation>%1 没有可连接的输出。</translation>
    </message>
    <message>
        <source>%1 runs are at work. %2 runs are in the queue, which is being served.</source>
        <translation>%1 个运行正在进行。队列中有 %2 个运行，正在处理。</translation>
    </message>
    <message>
        <source>%1 runs are at work. %2 runs are in the queue, which is not being served.</source>
        <translation>%1 个运行正在进行。队列中有 %2 个运行，未在处理。</translation>
    </message>
    <message>
        <source>(%1 such since the last such line)</source>
        <translation>（上次此类消息以来共 %1 次）</translation>
    </message>
    <message>
        <source>Client %1 was disconnected: %2</source>
        <translation>客户端 %1 已断开：%2</translation>
    </message>
    <message>
        <source>The connection has ended in the middle of a message.</source>
        <translation>连接在消息中途结束。</translation>
    </message>
    <message>
        <source>The disk is full: %1</source>
        <translation>磁盘已满：%1</translation>
    </message>
    <message>
        <source>The other side has closed the connection.</source>
        <translation>对方关闭了连接。</translation>
    </message>
    <message>
        <source>The other side has sent a message that cannot be read.</source>
        <translation>对方发来的消息无法读取。</translation>
    </message>
    <message>
        <source>The other side has sent a message that is too long.</source>
        <translation>对方发来的消息太长。</translation>
    </message>
    <message>
        <source>The other side has sent bytes that are not a message.</source>
        <translation>对方发来的字节不是消息。</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>文本列表</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>退出码 %1</translation>
    </message>
    <message>
        <source>signal %1 (%2)</source>
        <translation>信号 %1（%2）</translation>
    </message>
    <message>
        <source>the batch of query</source>
        <translation>query 的批量</translation>
    </message>
    <message>
        <source>the command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>the kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>the length of key</source>
        <translation>key 的长度</translation>
    </message>
    <message>
        <source>the severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>the state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>samples/s</source>
        <translation>样本/秒</translation>
    </message>
    <message>
        <source>%1 training samples in batches of %2 leave a batch of a single one, which %3 (&quot;%4&quot;) cannot normalize. Choose another batch size.</source>
        <translation>%1 个训练样本按每批 %2 个划分，最后一批只剩一个样本，%3（“%4”）无法对它归一化。请换一个批量大小。</translation>
    </message>
    <message>
        <source>Its output is in %1.</source>
        <translation>它的输出在 %1 中。</translation>
    </message>
    <message>
        <source>See what became of the run with: seekbench-cli show %1</source>
        <translation>用 seekbench-cli show %1 查看这次运行的结果</translation>
    </message>
    <message>
        <source>The dataset has %1 training samples, and holding out a share needs at least 2.</source>
        <translation>数据集有 %1 个训练样本，而留出一部分做验证至少需要 2 个。</translation>
    </message>
    <message>
        <source>The server of the queue ended at its start (%1).</source>
        <translation>队列服务进程在启动时就结束了（%1）。</translation>
    </message>
    <message>
        <source>The worker of the run %1 has left.</source>
        <translation>运行 %1 的工作进程已经退出。</translation>
    </message>
    <message>
        <source>Save it, then open the file.</source>
        <translation>请先保存，再打开该文件。</translation>
    </message>
    <message>
        <source>The file %1 was not opened: what was not saved last time is back.</source>
        <translation>没有打开文件 %1：上次未保存的内容已恢复。</translation>
    </message>
    <message>
        <source>%1 bars are too few: the indicators need %2, a window %3 and the target %4 more, and two samples are the least.</source>
        <translation>%1 根 K 线太少：指标需要 %2 根，窗口 %3 根，目标还要 %4 根，且至少要有两个样本。</translation>
    </message>
    <message>
        <source>%1 bars with %2 features each are too many.</source>
        <translation>%1 根 K 线、每根 %2 个特征，太多。</translation>
    </message>
    <message>
        <source>%1 bytes are wanted from byte %2 on, and the file has %3.</source>
        <translation>需要从字节 %2 起的 %1 字节，而文件只有 %3 字节。</translation>
    </message>
    <message>
        <source>%1 could not be looked through</source>
        <translation>无法遍历 %1</translation>
    </message>
    <message>
        <source>%1 has %2 bytes, which are no whole number of records of %3 bytes.</source>
        <translation>%1 有 %2 字节，不是每条 %3 字节的记录的整数倍。</translation>
    </message>
    <message>
        <source>%1 has %2 slices, too few for a training and a test slab with crops of %3.</source>
        <translation>%1 有 %2 层切片，裁块为 %3 时不够分出训练和测试两段。</translation>
    </message>
    <message>
        <source>%1 has %2 x %3 x %4 voxels, and its mask %5 other ones.</source>
        <translation>%1 有 %2 x %3 x %4 个体素，而其掩码 %5 的体素数不同。</translation>
    </message>
    <message>
        <source>%1 has numbers for %2 dimensions, and the input has %3 after the batch.</source>
        <translation>%1 给出了 %2 个维度的数，而输入在批量维之后有 %3 维。</translation>
    </message>
    <message>
        <source>%1 holds %2 folders; every class has a folder of its own, and two are needed.</source>
        <translation>%1 有 %2 个文件夹；每类各有一个文件夹，至少需要两个。</translation>
    </message>
    <message>
        <source>%1 holds more than %2 pictures.</source>
        <translation>%1 中的图像超过 %2 幅。</translation>
    </message>
    <message>
        <source>%1 holds the class %2; there are %3 (0 to %4).</source>
        <translation>%1 含有类别 %2；只有 %3 类（0 到 %4）。</translation>
    </message>
    <message>
        <source>%1 holds the label %2; there are %3 classes.</source>
        <translation>%1 含有标签 %2；只有 %3 类。</translation>
    </message>
    <message>
        <source>%1 holds voxels that are no numbers.</source>
        <translation>%1 含有不是数值的体素。</translation>
    </message>
    <message>
        <source>%1 is a single number; the first index counts the samples.</source>
        <translation>%1 是单个数；第一个下标应为样本编号。</translation>
    </message>
    <message>
        <source>%1 needs two numbers for each axis, the last axis first: left, right, top, bottom and so on.</source>
        <translation>%1 需要为每个轴给出两个数，从最后一个轴开始：左、右、上、下，依此类推。</translation>
    </message>
    <message>
        <source>%1 of %2 must be given.</source>
        <translation>必须给出 %2 的 %1。</translation>
    </message>
    <message>
        <source>%1 rows have no time in the column &quot;%2&quot;.</source>
        <translation>有 %1 行在列“%2”中没有时间。</translation>
    </message>
    <message>
        <source>(*, features); each vector is a token</source>
        <translation>(*, features)；每个向量是一个词元</translation>
    </message>
    <message>
        <source>(batch, *) or (batch, num_parameters, *)</source>
        <translation>(batch, *) 或 (batch, num_parameters, *)</translation>
    </message>
    <message>
        <source>(batch, *), 1 at dim</source>
        <translation>(batch, *)，维度 dim 上为 1</translation>
    </message>
    <message>
        <source>(batch, *, inner, columns)</source>
        <translation>(batch, *, inner, columns)</translation>
    </message>
    <message>
        <source>(batch, *, rows, columns)</source>
        <translation>(batch, *, rows, columns)</translation>
    </message>
    <message>
        <source>(batch, *, rows, inner)</source>
        <translation>(batch, *, rows, inner)</translation>
    </message>
    <message>
        <source>(batch, channels, depth&apos;, height&apos;, width&apos;)</source>
        <translation>(batch, channels, depth&apos;, height&apos;, width&apos;)</translation>
    </message>
    <message>
        <source>(batch, channels, depth, height, width)</source>
        <translation>(batch, channels, depth, height, width)</translation>
    </message>
    <message>
        <source>(batch, channels, length&apos;)</source>
        <translation>(batch, channels, length&apos;)</translation>
    </message>
    <message>
        <source>(batch, channels, length)</source>
        <translation>(batch, channels, length)</translation>
    </message>
    <message>
        <source>(batch, channels, length), (batch, channels, height, width) or (batch, channels, depth, height, width)</source>
        <translation>(batch, channels, length)、(batch, channels, height, width) 或 (batch, channels, depth, height, width)</translation>
    </message>
    <message>
        <source>(batch, heads, sequence, features)</source>
        <translation>(batch, heads, sequence, features)</translation>
    </message>
    <message>
        <source>(batch, heads, sequence, sequence), gated scores</source>
        <translation>(batch, heads, sequence, sequence)，门控得分</translation>
    </message>
    <message>
        <source>(batch, in_channels, depth, height, width)</source>
        <translation>(batch, in_channels, depth, height, width)</translation>
    </message>
    <message>
        <source>(batch, in_channels, length)</source>
        <translation>(batch, in_channels, length)</translation>
    </message>
    <message>
        <source>(batch, num_channels, *)</source>
        <translation>(batch, num_channels, *)</translation>
    </message>
    <message>
        <source>(batch, num_features, depth, height, width)</source>
        <translation>(batch, num_features, depth, height, width)</translation>
    </message>
    <message>
        <source>(batch, out_channels, depth&apos;, height&apos;, width&apos;)</source>
        <translation>(batch, out_channels, depth&apos;, height&apos;, width&apos;)</translation>
    </message>
    <message>
        <source>(batch, out_channels, length&apos;)</source>
        <translation>(batch, out_channels, length&apos;)</translation>
    </message>
    <message>
        <source>(batch, sequence, features)</source>
        <translation>(batch, sequence, features)</translation>
    </message>
    <message>
        <source>(batch, sequence, features) or (batch, heads, sequence, features)</source>
        <translation>(batch, sequence, features) 或 (batch, heads, sequence, features)</translation>
    </message>
    <message>
        <source>(batch, sequence, features) or (batch, heads, sequence, features), an even number of features</source>
        <translation>(batch, sequence, features) 或 (batch, heads, sequence, features)，特征数为偶数</translation>
    </message>
    <message>
        <source>(batch, sequence, features), at most max_length positions</source>
        <translation>(batch, sequence, features)，至多 max_length 个位置</translation>
    </message>
    <message>
        <source>(batch, source) or (batch, sequence, source); whole numbers: 0 hides a position; real numbers are added to the scores</source>
        <translation>(batch, source) 或 (batch, sequence, source)；整数：0 表示遮蔽该位置；实数则加到得分上</translation>
    </message>
    <message>
        <source>(batch, source, features) or (batch, heads, source, features)</source>
        <translation>(batch, source, features) 或 (batch, heads, source, features)</translation>
    </message>
    <message>
        <source>(batch, source, value features) or (batch, heads, source, value features)</source>
        <translation>(batch, source, value features) 或 (batch, heads, source, value features)</translation>
    </message>
    <message>
        <source>(num_embeddings, embedding_dim), all vectors, for a layer that shares them</source>
        <translation>(num_embeddings, embedding_dim)，全部向量，供共享它们的层使用</translation>
    </message>
    <message>
        <source>(out_features, in_features)</source>
        <translation>(out_features, in_features)</translation>
    </message>
    <message>
        <source>0: every sample counts alike; 1: a class counts by the inverse of how often it occurs; between: its power.</source>
        <translation>0：每个样本同等计入；1：类别按其出现频率的倒数计入；介于其间：取其幂。</translation>
    </message>
    <message>
        <source>1 for all numbers, or as many as there are channels.</source>
        <translation>所有数共用 1 个，或与通道数相同。</translation>
    </message>
    <message>
        <source>1D adaptive average pooling</source>
        <translation>一维自适应平均池化</translation>
    </message>
    <message>
        <source>1D average pooling</source>
        <translation>一维平均池化</translation>
    </message>
    <message>
        <source>1D convolution</source>
        <translation>一维卷积</translation>
    </message>
    <message>
        <source>1D max pooling</source>
        <translation>一维最大池化</translation>
    </message>
    <message>
        <source>1D transposed convolution</source>
        <translation>一维转置卷积</translation>
    </message>
    <message>
        <source>2D U-Net level</source>
        <translation>二维 U-Net 层级</translation>
    </message>
    <message>
        <source>2D U-Net level, upwards</source>
        <translation>二维 U-Net 层级，向上</translation>
    </message>
    <message>
        <source>2D adaptive max pooling</source>
        <translation>二维自适应最大池化</translation>
    </message>
    <message>
        <source>2D dropout</source>
        <translation>二维 Dropout</translation>
    </message>
    <message>
        <source>2D instance normalization</source>
        <translation>二维实例归一化</translation>
    </message>
    <message>
        <source>2D transposed convolution</source>
        <translation>二维转置卷积</translation>
    </message>
    <message>
        <source>3D U-Net level</source>
        <translation>三维 U-Net 层级</translation>
    </message>
    <message>
        <source>3D U-Net level, upwards</source>
        <translation>三维 U-Net 层级，向上</translation>
    </message>
    <message>
        <source>3D adaptive average pooling</source>
        <translation>三维自适应平均池化</translation>
    </message>
    <message>
        <source>3D average pooling</source>
        <translation>三维平均池化</translation>
    </message>
    <message>
        <source>3D batch normalization</source>
        <translation>三维批归一化</translation>
    </message>
    <message>
        <source>3D convolution</source>
        <translation>三维卷积</translation>
    </message>
    <message>
        <source>3D instance normalization</source>
        <translation>三维实例归一化</translation>
    </message>
    <message>
        <source>3D max pooling</source>
        <translation>三维最大池化</translation>
    </message>
    <message>
        <source>3D transposed convolution</source>
        <translation>三维转置卷积</translation>
    </message>
    <message>
        <source>60,000 colour pictures, 32 x 32 pixels, 100 classes in 20 groups (Krizhevsky 2009); binary version.</source>
        <translation>60,000 幅 32 x 32 像素的彩色图像，100 类，分为 20 组（Krizhevsky 2009）；二进制版本。</translation>
    </message>
    <message>
        <source>60,000 colour pictures, 32 x 32 pixels, ten classes (Krizhevsky 2009); binary version.</source>
        <translation>60,000 幅 32 x 32 像素的彩色图像，十类（Krizhevsky 2009）；二进制版本。</translation>
    </message>
    <message>
        <source>A block can be repeated when it gives out what it takes in, and its output number %1 differs from its input.</source>
        <translation>块的输出与输入一致时才能重复，而它的第 %1 个输出与对应输入不同。</translation>
    </message>
    <message>
        <source>A constant, the mirrored input, its edge, or its other end.</source>
        <translation>常数、镜像的输入、输入的边缘值，或输入的另一端。</translation>
    </message>
    <message>
        <source>A crop of %1 voxels along an axis does not fit into the %2 of %3.</source>
        <translation>某个轴上 %1 个体素的裁块放不进 %3 的 %2 个体素。</translation>
    </message>
    <message>
        <source>A crop of %1 voxels does not fit into a scan of %2.</source>
        <translation>%1 个体素的裁块放不进 %2 的扫描。</translation>
    </message>
    <message>
        <source>A layer of GPT-2: causal self-attention and a perceptron four times as wide, each on its normalized input and added to it (Radford et al. 2019).</source>
        <translation>GPT-2 的一层：因果自注意力和宽度为四倍的感知机，各自作用于归一化后的输入，再与输入相加（Radford 等 2019）。</translation>
    </message>
    <message>
        <source>A level on the way down a U-Net: halves depth, height and width, then two 3×3×3 convolutions with batch normalization and ReLU (Çiçek et al. 2016, arXiv 1606.06650).</source>
        <translation>U-Net 下行路径的一个层级：深、高、宽减半，再做两个 3×3×3 卷积，带批归一化和 ReLU（Çiçek 等 2016，arXiv 1606.06650）。</translation>
    </message>
    <message>
        <source>A level on the way down a U-Net: halves height and width, then two 3×3 convolutions with batch normalization and ReLU (Ronneberger et al. 2015, arXiv 1505.04597).</source>
        <translation>U-Net 下行路径的一个层级：高和宽减半，再做两个 3×3 卷积，带批归一化和 ReLU（Ronneberger 等 2015，arXiv 1505.04597）。</translation>
    </message>
    <message>
        <source>A level on the way up a U-Net: a transposed convolution doubles depth, height and width, the level of the same size on the way down is put beside it, then two convolutions (Çiçek et al. 2016, arXiv 1606.06650).</source>
        <translation>U-Net 上行路径的一个层级：转置卷积使深、高、宽加倍，与下行路径中大小相同的层级拼接，再做两个卷积（Çiçek 等 2016，arXiv 1606.06650）。</translation>
    </message>
    <message>
        <source>A level on the way up a U-Net: a transposed convolution doubles height and width, the level of the same size on the way down is put beside it, then two convolutions (Ronneberger et al. 2015, arXiv 1505.04597).</source>
        <translation>U-Net 上行路径的一个层级：转置卷积使高和宽加倍，与下行路径中大小相同的层级拼接，再做两个卷积（Ronneberger 等 2015，arXiv 1505.04597）。</translation>
    </message>
    <message>
        <source>A linear layer whose weight is made elsewhere, such as the vectors of an embedding: y = x Wᵀ.</source>
        <translation>权重来自别处的线性层，如嵌入的各向量：y = x Wᵀ。</translation>
    </message>
    <message>
        <source>A padding of %1 leaves nothing of the output.</source>
        <translation>填充为 %1 时，输出没有剩余。</translation>
    </message>
    <message>
        <source>A padding of %1 with %2 needs an extent of at least %3, and the input has %4.</source>
        <translation>填充 %1、方式为 %2 时，长度至少须为 %3，而输入为 %4。</translation>
    </message>
    <message>
        <source>A picture has from one to so many.</source>
        <translation>每幅图像有一到这么多个。</translation>
    </message>
    <message>
        <source>A product of matrices needs 3 or more dimensions: batch, rows, columns.</source>
        <translation>矩阵乘积需要 3 维或更多：批量、行、列。</translation>
    </message>
    <message>
        <source>A residual block that works on fewer channels: 1×1, 3×3 and 1×1 convolution, added to the input (He et al. 2016, arXiv 1512.03385). Where channels or size change, the input goes through a 1×1 convolution. The stride is that of the 3×3 convolution, as in torchvision&apos;s ResNet-50.</source>
        <translation>在较少通道上计算的残差块：1×1、3×3 和 1×1 卷积，结果与输入相加（He 等 2016，arXiv 1512.03385）。通道数或大小改变时，输入经过 1×1 卷积。步幅用于 3×3 卷积，与 torchvision 的 ResNet-50 相同。</translation>
    </message>
    <message>
        <source>A router sends each token to a few of many two-layer networks and adds up what they say, weighted by its trust.</source>
        <translation>路由把每个词元送到众多两层网络中的几个，再按路由权重对它们的输出加权求和。</translation>
    </message>
    <message>
        <source>A scan has from one to so many.</source>
        <translation>每次扫描有一到这么多个。</translation>
    </message>
    <message>
        <source>A sigmoid made of straight lines: x / 6 + 1/2 between 0 and 1.</source>
        <translation>由直线段构成的 sigmoid：x / 6 + 1/2，限制在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>A smooth ReLU: log(1 + exp(beta · x)) / beta.</source>
        <translation>平滑的 ReLU：log(1 + exp(beta · x)) / beta。</translation>
    </message>
    <message>
        <source>A text file, plain or gzip; empty: made-up sentences.</source>
        <translation>文本文件，未压缩或 gzip 压缩；留空：虚构的句子。</translation>
    </message>
    <message>
        <source>A vocabulary of %1 has no word for each of %2 topics.</source>
        <translation>词表大小为 %1 时，无法让 %2 个主题各有一个词。</translation>
    </message>
    <message>
        <source>A volume or a folder of volumes; relative to a data folder, or a whole path.</source>
        <translation>一个体数据，或体数据的文件夹；相对于数据文件夹，或完整路径。</translation>
    </message>
    <message>
        <source>Added to numerator and denominator, so that an absent class costs little.</source>
        <translation>加在分子和分母上，使未出现的类别代价很小。</translation>
    </message>
    <message>
        <source>Added to the mean square, so that its root is never zero.</source>
        <translation>加在均方上，使其平方根不为零。</translation>
    </message>
    <message>
        <source>Added to the variance in the normalizations.</source>
        <translation>加在各归一化的方差上。</translation>
    </message>
    <message>
        <source>Adds a dimension with the extent 1.</source>
        <translation>增加一个长度为 1 的维度。</translation>
    </message>
    <message>
        <source>Adds a learned vector to the features at each position.</source>
        <translation>给每个位置的特征加上可学习的向量。</translation>
    </message>
    <message>
        <source>Adds a random number, close to normally distributed, to every value.</source>
        <translation>给每个值加上一个近似正态分布的随机数。</translation>
    </message>
    <message>
        <source>Adds numbers around the input.</source>
        <translation>在输入周围补数。</translation>
    </message>
    <message>
        <source>Adds sines and cosines of the position, of many wavelengths, to the features.</source>
        <translation>给特征加上位置的多种波长的正弦和余弦。</translation>
    </message>
    <message>
        <source>Adds up all numbers along some dimensions.</source>
        <translation>沿若干维度把所有数求和。</translation>
    </message>
    <message>
        <source>Adds zeros around the picture and cuts its size out of that at a random place.</source>
        <translation>在图像周围补零，再从随机位置裁出原来的大小。</translation>
    </message>
    <message>
        <source>Airplane</source>
        <translation>飞机</translation>
    </message>
    <message>
        <source>Align corners</source>
        <translation>对齐角点</translation>
    </message>
    <message>
        <source>All samples are of one group; a split by group needs at least two.</source>
        <translation>所有样本都属于同一组；按组划分至少需要两组。</translation>
    </message>
    <message>
        <source>Along which the exponentials of the result add up to 1; negative: counted from the last.</source>
        <translation>沿此维结果的指数之和为 1；负数从末尾数起。</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>An input is an argument of the function, and no line of its own.</source>
        <translation>输入是函数的参数，没有单独的一行。</translation>
    </message>
    <message>
        <source>An output is what the function returns, and no line of its own.</source>
        <translation>输出是函数的返回值，没有单独的一行。</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Area under precision over recall, as steps; guessing gives the share of the positive samples.</source>
        <translation>精确率随召回率变化的曲线下面积，按阶梯计算；随机猜测得到正样本的比例。</translation>
    </message>
    <message>
        <source>Ask for fewer topics or a larger vocabulary.</source>
        <translation>请减少主题数，或增大词表。</translation>
    </message>
    <message>
        <source>At the beginning of the file; the tables of scikit-learn begin with a line of sizes: 1.</source>
        <translation>位于文件开头；scikit-learn 的表格以一行大小信息开头：1。</translation>
    </message>
    <message>
        <source>Attention without projections: softmax(query · keyᵀ / √features) · value.</source>
        <translation>不带投影的注意力：softmax(query · keyᵀ / √features) · value。</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Automobile</source>
        <translation>汽车</translation>
    </message>
    <message>
        <source>Average of the closes that forgets exponentially; it starts from the mean of the first ones (EMA).</source>
        <translation>以指数方式遗忘的收盘价平均；从最初几个值的均值开始（EMA）。</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>平均精度</translation>
    </message>
    <message>
        <source>Average precision of the boxes that cover an object by at least half, averaged over the classes.</source>
        <translation>与目标重叠至少一半的框的平均精度，在各类上取平均。</translation>
    </message>
    <message>
        <source>Average true range</source>
        <translation>平均真实波幅</translation>
    </message>
    <message>
        <source>Averaging</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Background weight</source>
        <translation>背景权重</translation>
    </message>
    <message>
        <source>Balance weight</source>
        <translation>均衡权重</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>平衡准确率</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>K 线数</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>底数</translation>
    </message>
    <message>
        <source>Beside the returns of open, high, low, close and volume: all, or a list such as &quot;sma(5, 10) rsi(14)&quot;.</source>
        <translation>除开盘、最高、最低、收盘价和成交量的收益率之外：all，或如“sma(5, 10) rsi(14)”的列表。</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>Beta</translation>
    </message>
    <message>
        <source>Bird</source>
        <translation>鸟</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>位数</translation>
    </message>
    <message>
        <source>Bits of the whole numbers: 8 gives 256 steps.</source>
        <translation>整数的位数：8 位有 256 级。</translation>
    </message>
    <message>
        <source>Bollinger bands</source>
        <translation>布林带</translation>
    </message>
    <message>
        <source>Bottleneck block</source>
        <translation>瓶颈块</translation>
    </message>
    <message>
        <source>Box weight</source>
        <translation>框权重</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>大脑</translation>
    </message>
    <message>
        <source>Brain in a head scan</source>
        <translation>头部扫描中的大脑</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Brightness and contrast</source>
        <translation>亮度与对比度</translation>
    </message>
    <message>
        <source>Byte %1 is no text in %2.</source>
        <translation>字节 %1 处不是 %2 文本。</translation>
    </message>
    <message>
        <source>Byte %1 is no text in UTF-8.</source>
        <translation>字节 %1 处不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>Byte %1 is zero: this is no text file.</source>
        <translation>字节 %1 为零：这不是文本文件。</translation>
    </message>
    <message>
        <source>C++</source>
        <translation>C++</translation>
    </message>
    <message>
        <source>CIFAR-10</source>
        <translation>CIFAR-10</translation>
    </message>
    <message>
        <source>CIFAR-100</source>
        <translation>CIFAR-100</translation>
    </message>
    <message>
        <source>Capacity factor</source>
        <translation>容量系数</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>猫</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别上限</translation>
    </message>
    <message>
        <source>Causal</source>
        <translation>因果</translation>
    </message>
    <message>
        <source>Causal self-attention, attention to the memory of an encoder, and two linear layers, each added to its input and normalized (Vaswani et al. 2017, arXiv 1706.03762, section 3.1).</source>
        <translation>因果自注意力、对编码器记忆的注意力，以及两个线性层，各与其输入相加并归一化（Vaswani 等 2017，arXiv 1706.03762，第 3.1 节）。</translation>
    </message>
    <message>
        <source>Change of the close in percent (ROC).</source>
        <translation>收盘价的百分比变化（ROC）。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道数</translation>
    </message>
    <message>
        <source>Characters to make up</source>
        <translation>虚构的字符数</translation>
    </message>
    <message>
        <source>Check that this is the right one of CIFAR-10 and CIFAR-100.</source>
        <translation>请检查这是否为 CIFAR-10 和 CIFAR-100 中正确的那个。</translation>
    </message>
    <message>
        <source>Choose &quot;values&quot; as the kind of target.</source>
        <translation>请把目标种类选为“values”。</translation>
    </message>
    <message>
        <source>Choose a NIfTI volume with three dimensions in a single file.</source>
        <translation>请选择单个文件的三维 NIfTI 体数据。</translation>
    </message>
    <message>
        <source>Choose a file with a table in it.</source>
        <translation>请选择含有表格的文件。</translation>
    </message>
    <message>
        <source>Choose a mask on the same grid.</source>
        <translation>请选择网格相同的掩码。</translation>
    </message>
    <message>
        <source>Choose a text file in UTF-8 or GBK.</source>
        <translation>请选择 UTF-8 或 GBK 的文本文件。</translation>
    </message>
    <message>
        <source>Choose another &quot;test_subset&quot;, or unpack more subsets.</source>
        <translation>请另选“test_subset”，或解压更多子集。</translation>
    </message>
    <message>
        <source>Choose another delimiter, or split the table.</source>
        <translation>请选择其他分隔符，或拆分表格。</translation>
    </message>
    <message>
        <source>Choose another kind of target.</source>
        <translation>请选择其他目标种类。</translation>
    </message>
    <message>
        <source>Choose another target column.</source>
        <translation>请选择其他目标列。</translation>
    </message>
    <message>
        <source>Choose arrays that belong together.</source>
        <translation>请选择相互配套的数组。</translation>
    </message>
    <message>
        <source>Choose such a volume.</source>
        <translation>请选择这样的体数据。</translation>
    </message>
    <message>
        <source>Choose the file&apos;s encoding, or save it as UTF-8.</source>
        <translation>请选择文件的编码，或把文件存为 UTF-8。</translation>
    </message>
    <message>
        <source>Clamp</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Class balance</source>
        <translation>类别均衡</translation>
    </message>
    <message>
        <source>Class weight</source>
        <translation>类别权重</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>各类权重</translation>
    </message>
    <message>
        <source>Classes that inherit from nn.Module.</source>
        <translation>继承自 nn.Module 的类。</translation>
    </message>
    <message>
        <source>Close it, or choose another delimiter.</source>
        <translation>请补上结束引号，或选择其他分隔符。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Commodity channel index</source>
        <translation>顺势指标</translation>
    </message>
    <message>
        <source>Common part of predicted and true mask over what either covers, averaged over the foreground classes.</source>
        <translation>预测掩码与真实掩码的交集除以并集，在各前景类别上取平均。</translation>
    </message>
    <message>
        <source>Computed, not measured: CT-like volumes with vessels, noise and spherical nodules, and the mask of the nodules.</source>
        <translation>计算生成，并非实测：类似 CT 的体数据，含血管、噪声和球形结节，以及结节的掩码。</translation>
    </message>
    <message>
        <source>Computed, not measured: random motifs that repeat; what comes next is known only to who looks back.</source>
        <translation>计算生成，并非实测：重复出现的随机片段；只有回看前文才知道接下来是什么。</translation>
    </message>
    <message>
        <source>Computed, not measured: rectangles, ellipses and triangles on noise, with the boxes around them.</source>
        <translation>计算生成，并非实测：噪声上的矩形、椭圆和三角形，及其外框。</translation>
    </message>
    <message>
        <source>Computed, not measured: two sentences, each with words of one topic; do both have the same?</source>
        <translation>计算生成，并非实测：两个句子，各由一个主题的词组成；两者的主题是否相同？</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Contrastive head</source>
        <translation>对比学习头</translation>
    </message>
    <message>
        <source>Contrastive loss</source>
        <translation>对比损失</translation>
    </message>
    <message>
        <source>Copies the nearest number, or interpolates: linear for sequences, bilinear for pictures, trilinear for volumes.</source>
        <translation>复制最近的数，或插值：序列用线性，图像用双线性，体数据用三线性。</translation>
    </message>
    <message>
        <source>Correct it, and the code follows.</source>
        <translation>请改正，代码会随之更新。</translation>
    </message>
    <message>
        <source>Correct the cell, or leave the column out.</source>
        <translation>请改正该单元格，或不使用该列。</translation>
    </message>
    <message>
        <source>Correct the line, or choose another delimiter.</source>
        <translation>请改正该行，或选择其他分隔符。</translation>
    </message>
    <message>
        <source>Correct the line, or take it out of the file.</source>
        <translation>请改正该行，或从文件中删去。</translation>
    </message>
    <message>
        <source>Cost at the best threshold</source>
        <translation>最佳阈值处的代价</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Cropping %1 and %2 leaves nothing of the extent %3.</source>
        <translation>长度为 %3 时，裁去 %1 和 %2 后没有剩余。</translation>
    </message>
    <message>
        <source>Crops of NIfTI or MetaImage volumes, each with a mask on the same grid.</source>
        <translation>NIfTI 或 MetaImage 体数据的裁块，各带网格相同的掩码。</translation>
    </message>
    <message>
        <source>Crops of a real magnetic resonance scan of a head, 181 x 217 x 181 voxels, and the mask of its brain (mricron).</source>
        <translation>真实头部磁共振扫描的裁块，181 x 217 x 181 个体素，以及其中大脑的掩码（mricron）。</translation>
    </message>
    <message>
        <source>Crops per scan</source>
        <translation>每次扫描的裁块数</translation>
    </message>
    <message>
        <source>Cross entropy in which positions that are almost right count less, for rare classes (Lin 2017).</source>
        <translation>几乎判对的位置计入较少的交叉熵，适用于稀有类别（Lin 2017）。</translation>
    </message>
    <message>
        <source>Cross entropy of finding the partner of each sample within the batch, over all pairs of towers (CLIP, Radford 2021).</source>
        <translation>在批量内找出每个样本的配对的交叉熵，涵盖所有成对的塔（CLIP，Radford 2021）。</translation>
    </message>
    <message>
        <source>Cut to the sides of the size, or stretched in both directions apart.</source>
        <translation>按该大小的长宽比裁剪，或在两个方向上分别拉伸。</translation>
    </message>
    <message>
        <source>Cuts numbers off around the input, where Pad would add them.</source>
        <translation>在输入周围裁去数，Pad 则是补数。</translation>
    </message>
    <message>
        <source>Cuts one dimension in two. A second Split after it makes three parts, and so on.</source>
        <translation>把一个维度切成两段。其后再接一个 Split 得到三段，依此类推。</translation>
    </message>
    <message>
        <source>Dates or seconds since 1970 that put the rows in order; empty: the order of rows means nothing.</source>
        <translation>用于给各行排序的日期或自 1970 年起的秒数；留空：行的顺序没有意义。</translation>
    </message>
    <message>
        <source>Deer</source>
        <translation>鹿</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Detection loss</source>
        <translation>检测损失</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>Dice and focal loss</source>
        <translation>Dice 与焦点损失</translation>
    </message>
    <message>
        <source>Dice loss</source>
        <translation>Dice 损失</translation>
    </message>
    <message>
        <source>Dice weight</source>
        <translation>Dice 权重</translation>
    </message>
    <message>
        <source>Difference of a fast and a slow exponential average, its own average, and the distance of the two.</source>
        <translation>快、慢两条指数平均之差，该差自身的平均，以及两者之距。</translation>
    </message>
    <message>
        <source>Dimension %1 has the extent %2; only one of 1 can be left out.</source>
        <translation>维度 %1 的长度为 %2；只能去掉长度为 1 的维度。</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>Dimensions of the shared space.</source>
        <translation>共享空间的维数。</translation>
    </message>
    <message>
        <source>Direction accuracy</source>
        <translation>方向准确率</translation>
    </message>
    <message>
        <source>Directional movement</source>
        <translation>动向指标</translation>
    </message>
    <message>
        <source>Displacement</source>
        <translation>位移</translation>
    </message>
    <message>
        <source>Distance of the lines in standard deviations.</source>
        <translation>两条线的距离，以标准差为单位。</translation>
    </message>
    <message>
        <source>Distance of the typical price from its average, in mean distances (CCI).</source>
        <translation>典型价格与其平均的距离，以平均距离为单位（CCI）。</translation>
    </message>
    <message>
        <source>Distance of the voxels of a patch, in all directions.</source>
        <translation>图块中体素的间距，各方向相同。</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>相除</translation>
    </message>
    <message>
        <source>Divides every number of the inputs after the mean is taken.</source>
        <translation>输入的每个数减去均值后再除以此数。</translation>
    </message>
    <message>
        <source>Divides every value after that.</source>
        <translation>每个值随后再除以此数。</translation>
    </message>
    <message>
        <source>Divides the first input by the second, number by number. Extents of 1 are stretched.</source>
        <translation>第一个输入逐元素除以第二个。长度为 1 的维度会扩展。</translation>
    </message>
    <message>
        <source>Divides the last dimensions of each sample by the root of their mean square, then scales them.</source>
        <translation>把每个样本的最后几维除以其均方根，再缩放。</translation>
    </message>
    <message>
        <source>Divides vectors by their length, so that products of two of them are cosines.</source>
        <translation>把向量除以其长度，使两个向量之积为余弦。</translation>
    </message>
    <message>
        <source>Dog</source>
        <translation>狗</translation>
    </message>
    <message>
        <source>Double the quotes inside a quoted cell, or choose another delimiter.</source>
        <translation>请把引号单元格内的引号写成两个，或选择其他分隔符。</translation>
    </message>
    <message>
        <source>Doubled</source>
        <translation>柱线加倍</translation>
    </message>
    <message>
        <source>Doubles the histogram, as Chinese terminals do.</source>
        <translation>把柱线加倍，与国内行情软件相同。</translation>
    </message>
    <message>
        <source>Drift of a trend in standard deviations of a bar; 0.1 can be right in 54 of 100 cases.</source>
        <translation>趋势的漂移，以单根 K 线的标准差为单位；0.1 时 100 次中可判对 54 次。</translation>
    </message>
    <message>
        <source>Dynamic attention (course, literal)</source>
        <translation>动态注意力（课程原文）</translation>
    </message>
    <message>
        <source>Dynamic attention (repaired)</source>
        <translation>动态注意力（修正）</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>Each channel has a single number, which has no variance to normalize.</source>
        <translation>每个通道只有一个数，没有方差可供归一化。</translation>
    </message>
    <message>
        <source>Elastic deformation</source>
        <translation>弹性形变</translation>
    </message>
    <message>
        <source>ElementDataFile names no file.</source>
        <translation>ElementDataFile 没有给出文件。</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>End</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>Every composite has a parameter of this name: how often it is applied.</source>
        <translation>每个复合算子都有此名称的参数：它应用的次数。</translation>
    </message>
    <message>
        <source>Expansion</source>
        <translation>扩展倍数</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>专家数</translation>
    </message>
    <message>
        <source>Experts per token</source>
        <translation>每个词元的专家数</translation>
    </message>
    <message>
        <source>Exponential moving average</source>
        <translation>指数移动平均</translation>
    </message>
    <message>
        <source>Exponential of the mean cross entropy: among how many equally likely tokens the model chooses.</source>
        <translation>平均交叉熵的指数：相当于模型在多少个等可能的词元中选择。</translation>
    </message>
    <message>
        <source>Extent of the last dimension of input and output.</source>
        <translation>输入与输出最后一维的长度。</translation>
    </message>
    <message>
        <source>Extents of a kernel along the axes after the channels.</source>
        <translation>卷积核在通道之后各轴上的长度。</translation>
    </message>
    <message>
        <source>Extents of the output along the axes after the channels.</source>
        <translation>输出在通道之后各轴上的长度。</translation>
    </message>
    <message>
        <source>Extents of the window along the axes after the channels.</source>
        <translation>窗口在通道之后各轴上的长度。</translation>
    </message>
    <message>
        <source>F1 (macro)</source>
        <translation>F1（宏平均）</translation>
    </message>
    <message>
        <source>FROC score</source>
        <translation>FROC 得分</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>Factor of the Dice loss.</source>
        <translation>Dice 损失的系数。</translation>
    </message>
    <message>
        <source>Factor of the cross entropy of the classes.</source>
        <translation>类别交叉熵的系数。</translation>
    </message>
    <message>
        <source>Factor of the difference of the boxes.</source>
        <translation>框的差异的系数。</translation>
    </message>
    <message>
        <source>Factor of the focal loss.</source>
        <translation>焦点损失的系数。</translation>
    </message>
    <message>
        <source>Factor of the objectness where there is an object.</source>
        <translation>有目标处目标置信度的系数。</translation>
    </message>
    <message>
        <source>Factor of the objectness where there is none.</source>
        <translation>无目标处目标置信度的系数。</translation>
    </message>
    <message>
        <source>Fake quantization</source>
        <translation>伪量化</translation>
    </message>
    <message>
        <source>False positive rate at 90 % recall</source>
        <translation>召回率 90 % 时的假正率</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>快线</translation>
    </message>
    <message>
        <source>Features are turned in pairs, and %1 is an odd number of them.</source>
        <translation>特征成对旋转，而 %1 是奇数。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File of the test inputs; empty when there are none.</source>
        <translation>测试输入文件；没有则留空。</translation>
    </message>
    <message>
        <source>File of the test targets; empty when there are none.</source>
        <translation>测试目标文件；没有则留空。</translation>
    </message>
    <message>
        <source>File of the training inputs; relative to a data folder, or a whole path.</source>
        <translation>训练输入文件；相对于数据文件夹，或完整路径。</translation>
    </message>
    <message>
        <source>File of the training targets.</source>
        <translation>训练目标文件。</translation>
    </message>
    <message>
        <source>Fill the gaps before saving the array.</source>
        <translation>请在保存数组前补全缺失处。</translation>
    </message>
    <message>
        <source>Fill them before, or leave the volume out.</source>
        <translation>请先补全，或不使用该体数据。</translation>
    </message>
    <message>
        <source>Fill them in, take them out of the file, or choose another time column.</source>
        <translation>请补全，或从文件中删去，或选择其他时间列。</translation>
    </message>
    <message>
        <source>First deviation</source>
        <translation>初始标准差</translation>
    </message>
    <message>
        <source>First dimension</source>
        <translation>第一个维度</translation>
    </message>
    <message>
        <source>First slope</source>
        <translation>初始斜率</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>适配方式</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>Focal loss</source>
        <translation>焦点损失</translation>
    </message>
    <message>
        <source>Focal weight</source>
        <translation>焦点损失权重</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>图像文件夹</translation>
    </message>
    <message>
        <source>For each dimension of the output the one of the input that it is; it begins with 0, the batch.</source>
        <translation>输出的每一维取自输入的哪一维；以 0 开头，即批量维。</translation>
    </message>
    <message>
        <source>Foreground</source>
        <translation>前景</translation>
    </message>
    <message>
        <source>Frog</source>
        <translation>青蛙</translation>
    </message>
    <message>
        <source>From start %1 to end %2 nothing is left of the extent %3.</source>
        <translation>长度为 %3 时，从起点 %1 到终点 %2 没有剩余。</translation>
    </message>
    <message>
        <source>Front and back</source>
        <translation>前后</translation>
    </message>
    <message>
        <source>Functional</source>
        <translation>函数式</translation>
    </message>
    <message>
        <source>Functions of torch.nn.functional with the weights in a dictionary.</source>
        <translation>torch.nn.functional 的函数，权重放在字典中。</translation>
    </message>
    <message>
        <source>GPT block</source>
        <translation>GPT 块</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Gap in time</source>
        <translation>时间间隔</translation>
    </message>
    <message>
        <source>Generated boxes</source>
        <translation>生成的检测框数据</translation>
    </message>
    <message>
        <source>Generated language</source>
        <translation>生成的语言数据</translation>
    </message>
    <message>
        <source>Generated nodules</source>
        <translation>生成的结节数据</translation>
    </message>
    <message>
        <source>Generated pairs of sentences</source>
        <translation>生成的句对数据</translation>
    </message>
    <message>
        <source>Get the file again, in the binary version.</source>
        <translation>请重新获取该文件的二进制版本。</translation>
    </message>
    <message>
        <source>Give both parts the same class folders.</source>
        <translation>请让两部分有相同的类别文件夹。</translation>
    </message>
    <message>
        <source>Give every volume a mask; both are taken in the order of their names.</source>
        <translation>请为每个体数据给出掩码；两者按名称顺序对应。</translation>
    </message>
    <message>
        <source>Give its whole path, or put it into %1.</source>
        <translation>请给出完整路径，或把它放入 %1。</translation>
    </message>
    <message>
        <source>Give the name of a column, or its number counted from 1.</source>
        <translation>请给出列名，或从 1 数起的列号。</translation>
    </message>
    <message>
        <source>Gives each channel mean 0 and variance 1 over batch, depth, height and width, then scales and shifts it.</source>
        <translation>使每个通道在批量、深、高、宽上均值为 0、方差为 1，再缩放和平移。</translation>
    </message>
    <message>
        <source>Gives each channel of each sample mean 0 and variance 1 over depth, height and width.</source>
        <translation>使每个样本的每个通道在深、高、宽上均值为 0、方差为 1。</translation>
    </message>
    <message>
        <source>Gives each channel of each sample mean 0 and variance 1 over height and width.</source>
        <translation>使每个样本的每个通道在高和宽上均值为 0、方差为 1。</translation>
    </message>
    <message>
        <source>Gives each group of channels of each sample mean 0 and variance 1, then scales and shifts each channel.</source>
        <translation>使每个样本的每组通道均值为 0、方差为 1，再对各通道缩放和平移。</translation>
    </message>
    <message>
        <source>Group column</source>
        <translation>组列</translation>
    </message>
    <message>
        <source>Group normalization</source>
        <translation>组归一化</translation>
    </message>
    <message>
        <source>Halve</source>
        <translation>减半</translation>
    </message>
    <message>
        <source>Hard sigmoid</source>
        <translation>Hard Sigmoid</translation>
    </message>
    <message>
        <source>Hard swish</source>
        <translation>Hard Swish</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Header and voxels are in two files (.hdr and .img); single files are read.</source>
        <translation>文件头与体素分在两个文件中（.hdr 和 .img）；只读取单个文件。</translation>
    </message>
    <message>
        <source>HeaderSize is %1; it must be -1 or a number of bytes.</source>
        <translation>HeaderSize 为 %1；必须是 -1 或字节数。</translation>
    </message>
    <message>
        <source>Height and width of a picture.</source>
        <translation>图像的高和宽。</translation>
    </message>
    <message>
        <source>Height and width to which the pictures are scaled.</source>
        <translation>图像缩放到的高和宽。</translation>
    </message>
    <message>
        <source>Hidden frauds</source>
        <translation>隐蔽的欺诈</translation>
    </message>
    <message>
        <source>Hides what comes later: each position sees itself and those before it.</source>
        <translation>遮蔽后面的内容：每个位置只能看到自身和之前的位置。</translation>
    </message>
    <message>
        <source>High</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>预测跨度</translation>
    </message>
    <message>
        <source>Horse</source>
        <translation>马</translation>
    </message>
    <message>
        <source>Hounsfield units</source>
        <translation>亨氏单位</translation>
    </message>
    <message>
        <source>How far apart the input&apos;s numbers lie in the output.</source>
        <translation>输入的各数在输出中的间距。</translation>
    </message>
    <message>
        <source>How far below zero the function goes.</source>
        <translation>函数低于零的幅度。</translation>
    </message>
    <message>
        <source>How likely a channel becomes zero.</source>
        <translation>通道置零的概率。</translation>
    </message>
    <message>
        <source>How likely a number becomes zero while training, in both parts.</source>
        <translation>训练时数值置零的概率，两部分相同。</translation>
    </message>
    <message>
        <source>How likely a sample becomes zero.</source>
        <translation>样本置零的概率。</translation>
    </message>
    <message>
        <source>How many GRUs are stacked, each reading the one below.</source>
        <translation>堆叠几层 GRU，每层读取下一层的输出。</translation>
    </message>
    <message>
        <source>How many bars a sample shows.</source>
        <translation>一个样本显示多少根 K 线。</translation>
    </message>
    <message>
        <source>How many bars a trend lasts on average.</source>
        <translation>一段趋势平均持续多少根 K 线。</translation>
    </message>
    <message>
        <source>How many bars ahead the target lies.</source>
        <translation>目标在多少根 K 线之后。</translation>
    </message>
    <message>
        <source>How many bars each average looks back.</source>
        <translation>各平均回看多少根 K 线。</translation>
    </message>
    <message>
        <source>How many bars it looks back.</source>
        <translation>回看多少根 K 线。</translation>
    </message>
    <message>
        <source>How many different tokens there are.</source>
        <translation>共有多少个不同的词元。</translation>
    </message>
    <message>
        <source>How many experts each token is sent to.</source>
        <translation>每个词元送给多少个专家。</translation>
    </message>
    <message>
        <source>How many experts there are.</source>
        <translation>专家的个数。</translation>
    </message>
    <message>
        <source>How many groups the channels form; it must divide their number.</source>
        <translation>通道分成几组；必须整除通道数。</translation>
    </message>
    <message>
        <source>How many numbers of the dimension it has.</source>
        <translation>该维度有多少个数。</translation>
    </message>
    <message>
        <source>How many payments a sample shows.</source>
        <translation>一个样本显示多少笔支付。</translation>
    </message>
    <message>
        <source>How many positions have a vector.</source>
        <translation>多少个位置有向量。</translation>
    </message>
    <message>
        <source>How many samples are of the same customer.</source>
        <translation>有多少个样本属于同一客户。</translation>
    </message>
    <message>
        <source>How many times fewer channels the layer between the means and the weights has.</source>
        <translation>均值与权重之间的层，通道数缩小的倍数。</translation>
    </message>
    <message>
        <source>How many times more channels the output has than the 3×3 convolution inside.</source>
        <translation>输出通道数是内部 3×3 卷积通道数的几倍。</translation>
    </message>
    <message>
        <source>How many times more channels there are inside; 1: the first convolution is left out.</source>
        <translation>内部通道数扩大的倍数；1：省去第一个卷积。</translation>
    </message>
    <message>
        <source>How many tokens a sample has.</source>
        <translation>一个样本有多少个词元。</translation>
    </message>
    <message>
        <source>How many topics share the vocabulary.</source>
        <translation>多少个主题共用词表。</translation>
    </message>
    <message>
        <source>How much less a position counts that is almost right already; 0: not less.</source>
        <translation>几乎判对的位置少计多少；0：不少计。</translation>
    </message>
    <message>
        <source>How much slower the slowest of the waves is than the fastest.</source>
        <translation>最慢的波比最快的波慢多少倍。</translation>
    </message>
    <message>
        <source>How much the loss grows when the router prefers some experts.</source>
        <translation>路由偏向某些专家时，损失增加多少。</translation>
    </message>
    <message>
        <source>How often it is done.</source>
        <translation>重复的次数。</translation>
    </message>
    <message>
        <source>How often the block is applied in a row, each time with weights of its own.</source>
        <translation>块连续应用的次数，每次有自己的权重。</translation>
    </message>
    <message>
        <source>How often, for each axis.</source>
        <translation>次数，逐轴给出。</translation>
    </message>
    <message>
        <source>How sharp the bend at zero is.</source>
        <translation>零处弯折的尖锐程度。</translation>
    </message>
    <message>
        <source>How the file writes letters; auto: UTF-8 where it fits, else GBK.</source>
        <translation>文件的字符编码；auto：能用 UTF-8 则用，否则 GBK。</translation>
    </message>
    <message>
        <source>Huber loss</source>
        <translation>Huber 损失</translation>
    </message>
    <message>
        <source>Ignore columns, or allow fewer categories.</source>
        <translation>请忽略一些列，或减少允许的类别数。</translation>
    </message>
    <message>
        <source>Ignore fewer columns, or choose another file.</source>
        <translation>请少忽略一些列，或选择其他文件。</translation>
    </message>
    <message>
        <source>Ignored columns</source>
        <translation>忽略的列</translation>
    </message>
    <message>
        <source>Imbalance of the experts</source>
        <translation>专家的不均衡度</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>技术指标</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Inputs and targets from .npy files or .npz archives; the first index counts the samples.</source>
        <translation>来自 .npy 文件或 .npz 归档的输入和目标；第一个下标为样本编号。</translation>
    </message>
    <message>
        <source>Install Debian&apos;s package mricron-data (apt-get install mricron-data), or put ch2.nii.gz and ch2bet.nii.gz into %1.</source>
        <translation>请安装 Debian 软件包 mricron-data（apt-get install mricron-data），或把 ch2.nii.gz 和 ch2bet.nii.gz 放入 %1。</translation>
    </message>
    <message>
        <source>Intersection over union</source>
        <translation>交并比</translation>
    </message>
    <message>
        <source>Inverted residual block</source>
        <translation>倒残差块</translation>
    </message>
    <message>
        <source>Its name in an .npz archive; empty: the only one.</source>
        <translation>它在 .npz 归档中的名称；留空：其中唯一的一个。</translation>
    </message>
    <message>
        <source>KDJ</source>
        <translation>KDJ</translation>
    </message>
    <message>
        <source>Keep dimensions</source>
        <translation>保留维度</translation>
    </message>
    <message>
        <source>Keep one of them; a file holds the prices of one paper.</source>
        <translation>请只保留其中一个；一个文件只含一只证券的价格。</translation>
    </message>
    <message>
        <source>Keeps a stretch of one dimension, as Python&apos;s start:end:step.</source>
        <translation>保留一个维度上的一段，同 Python 的 start:end:step。</translation>
    </message>
    <message>
        <source>Keeps every step-th place only.</source>
        <translation>只保留每隔 step 的位置。</translation>
    </message>
    <message>
        <source>Keeps the largest number along some dimensions.</source>
        <translation>沿若干维度取最大值。</translation>
    </message>
    <message>
        <source>Keeps the largest number of as many windows as the output wants, whatever the input&apos;s height and width.</source>
        <translation>不论输入的高和宽，按输出所需的窗口数取最大值。</translation>
    </message>
    <message>
        <source>Keeps the largest number of each window along a sequence.</source>
        <translation>取序列上每个窗口的最大值。</translation>
    </message>
    <message>
        <source>Keeps the largest number of each window of depth, height and width.</source>
        <translation>取深、高、宽上每个窗口的最大值。</translation>
    </message>
    <message>
        <source>Kind of target</source>
        <translation>目标种类</translation>
    </message>
    <message>
        <source>L2 normalization</source>
        <translation>L2 归一化</translation>
    </message>
    <message>
        <source>LUNA16</source>
        <translation>LUNA16</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Largest number added to or taken from each pixel and each point of the tone.</source>
        <translation>对每个像素和声音的每个点加减的最大数值。</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Learn the temperature</source>
        <translation>学习温度</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>可学习</translation>
    </message>
    <message>
        <source>Learned position</source>
        <translation>可学习的位置编码</translation>
    </message>
    <message>
        <source>Learns a scale and a shift for each channel.</source>
        <translation>为每个通道学习缩放和平移。</translation>
    </message>
    <message>
        <source>Learns a scale for each normalized position.</source>
        <translation>为每个归一化位置学习缩放。</translation>
    </message>
    <message>
        <source>Leave columns out, or split the file.</source>
        <translation>请不使用某些列，或拆分文件。</translation>
    </message>
    <message>
        <source>Leave the column out.</source>
        <translation>请不使用该列。</translation>
    </message>
    <message>
        <source>Leaves out a dimension that has the extent 1.</source>
        <translation>去掉一个长度为 1 的维度。</translation>
    </message>
    <message>
        <source>Left and right</source>
        <translation>左右</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Length of the made-up text.</source>
        <translation>虚构文本的长度。</translation>
    </message>
    <message>
        <source>Length of the series.</source>
        <translation>序列的长度。</translation>
    </message>
    <message>
        <source>Lets two dimensions change places.</source>
        <translation>交换两个维度。</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>粒度</translation>
    </message>
    <message>
        <source>Line %1 has %2 cells and not %3.</source>
        <translation>第 %1 行有 %2 个单元格，而不是 %3 个。</translation>
    </message>
    <message>
        <source>Line %1 has 1 cell and not %2.</source>
        <translation>第 %1 行有 1 个单元格，而不是 %2 个。</translation>
    </message>
    <message>
        <source>Line %1 has more than %2 cells.</source>
        <translation>第 %1 行的单元格超过 %2 个。</translation>
    </message>
    <message>
        <source>Line %1 has text behind a closing quote.</source>
        <translation>第 %1 行在结束引号之后还有文本。</translation>
    </message>
    <message>
        <source>Line %1 of %2 has too few columns.</source>
        <translation>%2 的第 %1 行列数太少。</translation>
    </message>
    <message>
        <source>Line %1 of %2 holds something else where a number is wanted.</source>
        <translation>%2 的第 %1 行在需要数值处有其他内容。</translation>
    </message>
    <message>
        <source>Lines to skip</source>
        <translation>跳过的行数</translation>
    </message>
    <message>
        <source>Log softmax</source>
        <translation>Log Softmax</translation>
    </message>
    <message>
        <source>Longest motif</source>
        <translation>最长片段</translation>
    </message>
    <message>
        <source>Look at the header of the file, or write it anew with a medical viewer.</source>
        <translation>请检查文件头，或用医学图像软件重新写出。</translation>
    </message>
    <message>
        <source>Look for a quote that is never closed, or choose another file.</source>
        <translation>请查找没有结束的引号，或选择其他文件。</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Lower &quot;crop&quot; or raise &quot;scan&quot;.</source>
        <translation>请减小“crop”，或增大“scan”。</translation>
    </message>
    <message>
        <source>Lower &quot;crop&quot;, give test files, or set &quot;test_share&quot; to 0.</source>
        <translation>请减小“crop”，或给出测试文件，或把“test_share”设为 0。</translation>
    </message>
    <message>
        <source>Lower &quot;crop&quot;.</source>
        <translation>请减小“crop”。</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Lung scans with marked nodules in the folder layout of the LUNA16 challenge (Setio et al. 2017).</source>
        <translation>带结节标注的肺部扫描，文件夹结构与 LUNA16 挑战赛相同（Setio 等 2017）。</translation>
    </message>
    <message>
        <source>MACD</source>
        <translation>MACD</translation>
    </message>
    <message>
        <source>Made-up card payments</source>
        <translation>虚构的刷卡支付</translation>
    </message>
    <message>
        <source>Made-up market</source>
        <translation>虚构的行情</translation>
    </message>
    <message>
        <source>Made-up shapes, words and tones</source>
        <translation>虚构的图形、词语和声音</translation>
    </message>
    <message>
        <source>Makes a sequence longer: every number paints a learned kernel.</source>
        <translation>使序列变长：每个数按可学习的卷积核展开。</translation>
    </message>
    <message>
        <source>Makes pictures larger: every number paints a learned kernel.</source>
        <translation>使图像变大：每个数按可学习的卷积核展开。</translation>
    </message>
    <message>
        <source>Makes sequences, pictures or volumes larger by whole factors.</source>
        <translation>按整数倍放大序列、图像或体数据。</translation>
    </message>
    <message>
        <source>Makes volumes larger: every number paints a learned kernel.</source>
        <translation>使体数据变大：每个数按可学习的卷积核展开。</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>Matrix product</source>
        <translation>矩阵乘积</translation>
    </message>
    <message>
        <source>Max pooling halves depth, height and width first; the topmost level does without.</source>
        <translation>先用最大池化使深、高、宽减半；最上面的层级不做。</translation>
    </message>
    <message>
        <source>Max pooling halves height and width first; the topmost level does without.</source>
        <translation>先用最大池化使高和宽减半；最上面的层级不做。</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Mean 0 and deviation 1 over the voxels to train on, a window mapped to 0 … 1, or as stored.</source>
        <translation>在训练体素上均值为 0、标准差为 1，或把一个窗口映射到 0 … 1，或按存储的原值。</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <source>Mean of missed positives and false alarms as shares of their classes, at the threshold where it is least; guessing gives 50 %.</source>
        <translation>漏报的正样本与误报各占其类别的比例，二者取平均，阈值取使其最小者；随机猜测得 50 %。</translation>
    </message>
    <message>
        <source>Mean of the last closes (SMA).</source>
        <translation>最近若干收盘价的均值（SMA）。</translation>
    </message>
    <message>
        <source>Measure %1 instead of %2</source>
        <translation>用 %1 代替 %2 来衡量</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Mirrors a volume along its slices.</source>
        <translation>沿切片方向镜像体数据。</translation>
    </message>
    <message>
        <source>Mirrors along the height.</source>
        <translation>沿高度方向镜像。</translation>
    </message>
    <message>
        <source>Mirrors along the width.</source>
        <translation>沿宽度方向镜像。</translation>
    </message>
    <message>
        <source>Mirrors pictures along the axes that are chosen.</source>
        <translation>沿所选的轴镜像图像。</translation>
    </message>
    <message>
        <source>Mish</source>
        <translation>Mish</translation>
    </message>
    <message>
        <source>Missing numbers</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <source>Mixture of experts</source>
        <translation>混合专家</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>More than %1 indicators are named.</source>
        <translation>给出的技术指标超过 %1 个。</translation>
    </message>
    <message>
        <source>Most boxes</source>
        <translation>最多框数</translation>
    </message>
    <message>
        <source>Most features that the words of one column become; rarer words share the last.</source>
        <translation>一列中的词最多变成多少个特征；较少见的词共用最后一个。</translation>
    </message>
    <message>
        <source>Most nodules</source>
        <translation>最多结节数</translation>
    </message>
    <message>
        <source>Moves every point by a smooth random displacement (Simard, Steinkraus and Platt 2003).</source>
        <translation>按平滑的随机位移移动每个点（Simard、Steinkraus 和 Platt 2003）。</translation>
    </message>
    <message>
        <source>Moving average</source>
        <translation>移动平均</translation>
    </message>
    <message>
        <source>Moving average of the close, and lines some standard deviations above and below it.</source>
        <translation>收盘价的移动平均，及其上下若干标准差处的线。</translation>
    </message>
    <message>
        <source>Multiplies all numbers by one factor, fixed or learned.</source>
        <translation>所有数乘以同一个系数，固定或可学习。</translation>
    </message>
    <message>
        <source>Multiplies the matrices of the last two dimensions, sample by sample.</source>
        <translation>对最后两维的矩阵逐样本相乘。</translation>
    </message>
    <message>
        <source>Name of the inputs</source>
        <translation>输入的名称</translation>
    </message>
    <message>
        <source>Name of the targets</source>
        <translation>目标的名称</translation>
    </message>
    <message>
        <source>Name of the test inputs</source>
        <translation>测试输入的名称</translation>
    </message>
    <message>
        <source>Name of the test targets</source>
        <translation>测试目标的名称</translation>
    </message>
    <message>
        <source>Name one of: %1.</source>
        <translation>请给出其中之一：%1。</translation>
    </message>
    <message>
        <source>Name or number of the column to predict; empty: the last one.</source>
        <translation>要预测的列的名称或编号；留空：最后一列。</translation>
    </message>
    <message>
        <source>Name six columns in that order in the parameter &quot;columns&quot;.</source>
        <translation>请在参数“columns”中按此顺序给出六列。</translation>
    </message>
    <message>
        <source>Name six columns in the order date, open, high, low, close, volume in the parameter &quot;columns&quot;.</source>
        <translation>请在参数“columns”中按日期、开盘、最高、最低、收盘、成交量的顺序给出六列。</translation>
    </message>
    <message>
        <source>Name the column of the groups, or set &quot;split.method&quot; to &quot;random&quot;.</source>
        <translation>请给出组列的名称，或把“split.method”设为“random”。</translation>
    </message>
    <message>
        <source>Name the columns of date, open, high, low, close and volume, separated by commas.</source>
        <translation>请给出日期、开盘、最高、最低、收盘和成交量各列，用逗号分隔。</translation>
    </message>
    <message>
        <source>Names of the columns of date, open, high, low, close and volume; empty: their English or Chinese names.</source>
        <translation>日期、开盘、最高、最低、收盘和成交量各列的名称；留空：用其英文或中文名称。</translation>
    </message>
    <message>
        <source>Names or numbers of columns, separated by commas.</source>
        <translation>列的名称或编号，用逗号分隔。</translation>
    </message>
    <message>
        <source>Negative numbers are multiplied by a learned slope (He et al. 2015, arXiv 1502.01852).</source>
        <translation>负数乘以可学习的斜率（He 等 2015，arXiv 1502.01852）。</translation>
    </message>
    <message>
        <source>Negative numbers become small (Maas et al. 2013).</source>
        <translation>负数变小（Maas 等 2013）。</translation>
    </message>
    <message>
        <source>Negative numbers become zero, those above 6 become 6.</source>
        <translation>负数变为零，大于 6 的变为 6。</translation>
    </message>
    <message>
        <source>Negative numbers bend softly towards -alpha (Clevert et al. 2016, arXiv 1511.07289).</source>
        <translation>负数平滑地弯向 -alpha（Clevert 等 2016，arXiv 1511.07289）。</translation>
    </message>
    <message>
        <source>Negative slope</source>
        <translation>负半轴斜率</translation>
    </message>
    <message>
        <source>Negatives</source>
        <translation>负样本数</translation>
    </message>
    <message>
        <source>No column is left to learn from.</source>
        <translation>没有剩下可供学习的列。</translation>
    </message>
    <message>
        <source>No line of the tables is about a scan in %1 outside the test subset.</source>
        <translation>表格中没有一行涉及 %1 中测试子集以外的扫描。</translation>
    </message>
    <message>
        <source>No line says DimSize.</source>
        <translation>没有 DimSize 行。</translation>
    </message>
    <message>
        <source>No line says ElementType.</source>
        <translation>没有 ElementType 行。</translation>
    </message>
    <message>
        <source>No row names the columns of the prices.</source>
        <translation>没有一行给出价格各列的名称。</translation>
    </message>
    <message>
        <source>Nodule</source>
        <translation>结节</translation>
    </message>
    <message>
        <source>None of the first %1 rows names the six columns date, open, high, low, close and volume.</source>
        <translation>前 %1 行中没有一行给出日期、开盘、最高、最低、收盘和成交量六列的名称。</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Normalization first</source>
        <translation>先归一化</translation>
    </message>
    <message>
        <source>Normalizes what goes into each part (Xiong et al. 2020); otherwise what comes out of each sum, as in 2017.</source>
        <translation>对各部分的输入做归一化（Xiong 等 2020）；否则如 2017 年那样，对各次相加的结果做归一化。</translation>
    </message>
    <message>
        <source>NumPy arrays</source>
        <translation>NumPy 数组</translation>
    </message>
    <message>
        <source>Number of classes where the value counts; they run from 0.</source>
        <translation>值所计入的类别数；从 0 开始。</translation>
    </message>
    <message>
        <source>Number of classes; they run from 0. Not used for real numbers.</source>
        <translation>类别数；从 0 开始。不用于实数。</translation>
    </message>
    <message>
        <source>Number of scans of the test part.</source>
        <translation>测试部分的扫描数。</translation>
    </message>
    <message>
        <source>Number of scans to train on.</source>
        <translation>用于训练的扫描数。</translation>
    </message>
    <message>
        <source>Number of the subset that is the test part; -1: none.</source>
        <translation>作为测试部分的子集编号；-1：无。</translation>
    </message>
    <message>
        <source>Numbers added at the end of every axis of the output; smaller than the stride.</source>
        <translation>在输出各轴末尾补的数的个数；小于步幅。</translation>
    </message>
    <message>
        <source>Numbers added on each side of every axis.</source>
        <translation>在各轴每侧补的数的个数。</translation>
    </message>
    <message>
        <source>Numbers below min become min, those above max become max.</source>
        <translation>小于 min 的数变为 min，大于 max 的变为 max。</translation>
    </message>
    <message>
        <source>Numbers cut off on each side of every axis of the output.</source>
        <translation>从输出各轴每侧裁去的数的个数。</translation>
    </message>
    <message>
        <source>Object weight</source>
        <translation>目标权重</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>训练目标</translation>
    </message>
    <message>
        <source>Of %1 samples %2 validate and %3 are left out as the gap: none is left to train on.</source>
        <translation>%1 个样本中，%2 个用于验证，%3 个作为间隔舍去：没有剩下可训练的。</translation>
    </message>
    <message>
        <source>Of %1 samples %2 validate and %3 are left out as the gap: none is left to train on. Take a longer series, a smaller share, or a shorter window.</source>
        <translation>%1 个样本中，%2 个用于验证，%3 个作为间隔舍去：没有剩下可训练的。请用更长的序列、更小的比例或更短的窗口。</translation>
    </message>
    <message>
        <source>Of the choice of samples without a nodule.</source>
        <translation>用于选取不含结节的样本。</translation>
    </message>
    <message>
        <source>Of the made-up text and of what is hidden.</source>
        <translation>用于虚构文本和选取遮盖处。</translation>
    </message>
    <message>
        <source>Of the places of the crops.</source>
        <translation>用于裁块的位置。</translation>
    </message>
    <message>
        <source>On-balance volume</source>
        <translation>能量潮</translation>
    </message>
    <message>
        <source>One class, a class for each position, or real numbers.</source>
        <translation>一个类别，每个位置一个类别，或实数。</translation>
    </message>
    <message>
        <source>One grey channel, or red, green and blue.</source>
        <translation>一个灰度通道，或红、绿、蓝。</translation>
    </message>
    <message>
        <source>One minus the overlap of predicted and true mask, averaged over the foreground classes (Milletari 2016).</source>
        <translation>1 减去预测掩码与真实掩码的重叠度，在各前景类别上取平均（Milletari 2016）。</translation>
    </message>
    <message>
        <source>One nn.Sequential, where the graph is a chain.</source>
        <translation>一个 nn.Sequential，适用于链状的网络图。</translation>
    </message>
    <message>
        <source>One number for all axes, or one for each.</source>
        <translation>所有轴共用一个数，或每轴一个。</translation>
    </message>
    <message>
        <source>One number for each class, such as 1, 10; empty: all alike. Multiplied with the balance.</source>
        <translation>每类一个数，如 1, 10；留空：都相同。与类别均衡相乘。</translation>
    </message>
    <message>
        <source>One of 500 by default, as on real cards.</source>
        <translation>默认 500 笔中有一笔，与真实银行卡相同。</translation>
    </message>
    <message>
        <source>One of the two dimensions that change places; negative: counted from the last.</source>
        <translation>要交换的两个维度之一；负数从末尾数起。</translation>
    </message>
    <message>
        <source>One part in this many is new at each bar.</source>
        <translation>每根 K 线上，新值占这么多分之一。</translation>
    </message>
    <message>
        <source>Only %1 rows have a value in the target column &quot;%2&quot;.</source>
        <translation>只有 %1 行在目标列“%2”中有值。</translation>
    </message>
    <message>
        <source>Only a run can tell whether dimension %1 has the extent 1.</source>
        <translation>运行时才能知道维度 %1 的长度是否为 1。</translation>
    </message>
    <message>
        <source>Only a run can tell whether the sequence has at most %1 positions.</source>
        <translation>运行时才能知道序列是否至多有 %1 个位置。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Output padding</source>
        <translation>输出填充</translation>
    </message>
    <message>
        <source>PNG, JPEG and BMP files, one folder for each class; subfolders train and test where there are.</source>
        <translation>PNG、JPEG 和 BMP 文件，每类一个文件夹；有子文件夹 train 和 test 时按其划分。</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Pad with</source>
        <translation>填充内容</translation>
    </message>
    <message>
        <source>Padding with</source>
        <translation>填充为</translation>
    </message>
    <message>
        <source>Parametric ReLU</source>
        <translation>参数化 ReLU</translation>
    </message>
    <message>
        <source>Part of the text, its end, that is the test part.</source>
        <translation>文本末尾作为测试部分的比例。</translation>
    </message>
    <message>
        <source>Part of the tokens that is hidden with masked_token.</source>
        <translation>masked_token 时被遮盖的词元比例。</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>图块</translation>
    </message>
    <message>
        <source>Payments of customers, of which few are frauds by a known rule: a test of rare classes.</source>
        <translation>客户的支付，其中少数按已知规则为欺诈：用于检验稀有类别。</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Period of the average of the difference.</source>
        <translation>差值均线的周期。</translation>
    </message>
    <message>
        <source>Period of the fast average.</source>
        <translation>快速均线的周期。</translation>
    </message>
    <message>
        <source>Period of the slow average.</source>
        <translation>慢速均线的周期。</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Permute</source>
        <translation>重排维度</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>Pieces of a text to learn the next or a hidden token from; without a file, made-up sentences with a grammar.</source>
        <translation>文本片段，用于学习下一个或被遮盖的词元；没有文件时，用有语法的虚构句子。</translation>
    </message>
    <message>
        <source>Place of the close in the range, from -100 to 0.</source>
        <translation>收盘价在区间中的位置，从 -100 到 0。</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>位置数</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Prices (OHLCV)</source>
        <translation>价格（OHLCV）</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>过程</translation>
    </message>
    <message>
        <source>Projects the features of one kind of data into a space that all kinds share, on the unit sphere (Radford et al. 2021, arXiv 2103.00020).</source>
        <translation>把一种数据的特征投影到各种数据共享的空间，落在单位球面上（Radford 等 2021，arXiv 2103.00020）。</translation>
    </message>
    <message>
        <source>Put it beside the header.</source>
        <translation>请把它放在头文件旁边。</translation>
    </message>
    <message>
        <source>Puts the dimensions in another order. The batch stays first.</source>
        <translation>按另一顺序排列各维度。批量维仍在最前。</translation>
    </message>
    <message>
        <source>Puts the outermost numbers exactly on the corners when interpolating.</source>
        <translation>插值时，使最外侧的数正好落在角点上。</translation>
    </message>
    <message>
        <source>RSI</source>
        <translation>RSI</translation>
    </message>
    <message>
        <source>Raise &quot;classes&quot;, or choose &quot;nonzero&quot; for the labels.</source>
        <translation>请增大“classes”，或为标签选择“nonzero”。</translation>
    </message>
    <message>
        <source>Raises the values, mapped from their range to 0 … 1, to a random power.</source>
        <translation>把数值从其范围映射到 0 … 1 后，取随机次幂。</translation>
    </message>
    <message>
        <source>Range of the bars with their gaps, by Wilder&apos;s smoothing (ATR).</source>
        <translation>K 线连同跳空的波动范围，以 Wilder 方法平滑（ATR）。</translation>
    </message>
    <message>
        <source>Rate of change</source>
        <translation>变动率</translation>
    </message>
    <message>
        <source>ReLU6</source>
        <translation>ReLU6</translation>
    </message>
    <message>
        <source>Reading was cancelled.</source>
        <translation>读取已取消。</translation>
    </message>
    <message>
        <source>Reads a sequence step by step; two gates decide what its hidden state keeps and takes in.</source>
        <translation>逐步读取序列；由两个门决定隐藏状态保留什么、吸收什么。</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Recall at 1</source>
        <translation>召回率@1</translation>
    </message>
    <message>
        <source>Recall at 5</source>
        <translation>召回率@5</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Reduced dimensions stay, with an extent of 1.</source>
        <translation>被归约的维度保留，长度为 1。</translation>
    </message>
    <message>
        <source>Reduction</source>
        <translation>缩减倍数</translation>
    </message>
    <message>
        <source>Relative to a data folder, or a whole path.</source>
        <translation>相对于数据文件夹，或完整路径。</translation>
    </message>
    <message>
        <source>Repetitions</source>
        <translation>重复次数</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>返回内容</translation>
    </message>
    <message>
        <source>Room of an expert, in shares of the tokens it would get if all experts got equally many.</source>
        <translation>每个专家的容量，以各专家均分词元时的份额为单位。</translation>
    </message>
    <message>
        <source>Room of an expert, in shares of the tokens it would get if all experts got equally many; tokens beyond are dropped.</source>
        <translation>每个专家的容量，以各专家均分词元时的份额为单位；超出的词元被丢弃。</translation>
    </message>
    <message>
        <source>Root mean square normalization</source>
        <translation>均方根归一化</translation>
    </message>
    <message>
        <source>Root mean squared error</source>
        <translation>均方根误差</translation>
    </message>
    <message>
        <source>Root of the mean squared displacement along an axis.</source>
        <translation>沿一个轴的均方位移的平方根。</translation>
    </message>
    <message>
        <source>Root of the squared difference between output and target, averaged over all their elements.</source>
        <translation>输出与目标之差的平方，对全部元素取平均后开平方。</translation>
    </message>
    <message>
        <source>Rotary position</source>
        <translation>旋转位置编码</translation>
    </message>
    <message>
        <source>Rotation and scale</source>
        <translation>旋转与缩放</translation>
    </message>
    <message>
        <source>Rounds numbers as whole numbers of a few bits would, so that a network learns to bear it.</source>
        <translation>像几位的整数那样对数舍入，使网络学会承受它。</translation>
    </message>
    <message>
        <source>Rows of a text file, plain or gzip: numbers and words become features, one column is the target.</source>
        <translation>文本文件的各行，未压缩或 gzip 压缩：数和词成为特征，其中一列为目标。</translation>
    </message>
    <message>
        <source>Rows with the same value there belong together, such as those of a patient; empty: none.</source>
        <translation>此列值相同的行属于一组，如同一病人的各行；留空则不分组。</translation>
    </message>
    <message>
        <source>Sample %1 has the class %2, but there are %3 classes (0 to %4).</source>
        <translation>样本 %1 的类别为 %2，但只有 %3 类（0 到 %4）。</translation>
    </message>
    <message>
        <source>Sample %1 holds a value that is no number.</source>
        <translation>样本 %1 含有不是数的值。</translation>
    </message>
    <message>
        <source>Samples cut from a scan, every other one around a nodule.</source>
        <translation>从扫描中裁出的样本，每隔一个以结节为中心。</translation>
    </message>
    <message>
        <source>Samples held out</source>
        <translation>留出的样本</translation>
    </message>
    <message>
        <source>Samples left out between training and validation in time; -1: as many as the windows of the dataset need.</source>
        <translation>按时间划分时，训练与验证之间略去的样本数；-1：按数据集窗口所需。</translation>
    </message>
    <message>
        <source>Samples of the dataset &quot;%1&quot; that follow one another share %2 of their %3 rows: held out at random, validation looks at what was trained on. Split by time.</source>
        <translation>数据集“%1”的相邻样本在 %3 行中共有 %2 行：随机留出时，验证会看到训练过的内容。请按时间划分。</translation>
    </message>
    <message>
        <source>Samples per customer</source>
        <translation>每客户样本数</translation>
    </message>
    <message>
        <source>Samples without a nodule for each with one.</source>
        <translation>每个有结节的样本所配的无结节样本数。</translation>
    </message>
    <message>
        <source>Save it anew as PNG or JPEG, or remove it.</source>
        <translation>请重新存为 PNG 或 JPEG，或移除它。</translation>
    </message>
    <message>
        <source>Save it with numpy.save() as an array of plain numbers.</source>
        <translation>请用 numpy.save() 存为普通数值的数组。</translation>
    </message>
    <message>
        <source>Save the file as UTF-8, or read bytes.</source>
        <translation>请把文件存为 UTF-8，或改为按字节读取。</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>请把文件存为 UTF-8。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Scaled dot-product attention</source>
        <translation>缩放点积注意力</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描大小</translation>
    </message>
    <message>
        <source>Second dimension</source>
        <translation>第二个维度</translation>
    </message>
    <message>
        <source>Self-attention and a mixture of experts in place of the linear layers, each on its normalized input and added to it (Fedus et al. 2021, arXiv 2101.03961).</source>
        <translation>自注意力，以及代替线性层的混合专家，各自作用于归一化后的输入并与输入相加（Fedus 等 2021，arXiv 2101.03961）。</translation>
    </message>
    <message>
        <source>Self-attention and two linear layers, each added to its input and normalized (Vaswani et al. 2017, arXiv 1706.03762, section 3.1).</source>
        <translation>自注意力和两个线性层，各自与其输入相加并归一化（Vaswani 等 2017，arXiv 1706.03762，3.1 节）。</translation>
    </message>
    <message>
        <source>Sequential</source>
        <translation>顺序式</translation>
    </message>
    <message>
        <source>Set &quot;high&quot; above &quot;low&quot;.</source>
        <translation>请使“high”大于“low”。</translation>
    </message>
    <message>
        <source>Set &quot;split.method&quot; to &quot;random&quot;.</source>
        <translation>请把“split.method”设为“random”。</translation>
    </message>
    <message>
        <source>Set the level to &quot;byte&quot;.</source>
        <translation>请把粒度设为“byte”。</translation>
    </message>
    <message>
        <source>Share hidden</source>
        <translation>遮盖比例</translation>
    </message>
    <message>
        <source>Share of each batch in the range of numbers seen; 1: the newest batch alone.</source>
        <translation>每批在已见数值范围中所占的比例；1：只看最新一批。</translation>
    </message>
    <message>
        <source>Share of frauds</source>
        <translation>欺诈比例</translation>
    </message>
    <message>
        <source>Share of the crops whose middle lies in the mask.</source>
        <translation>中心位于掩码内的裁块的比例。</translation>
    </message>
    <message>
        <source>Share of the frauds that look honest: nobody can find them.</source>
        <translation>看似正常的欺诈的比例：无人能发现它们。</translation>
    </message>
    <message>
        <source>Share of the gains in all moves, from 0 to 100, by Wilder&apos;s smoothing.</source>
        <translation>上涨在全部涨跌中的比例，从 0 到 100，以 Wilder 方法平滑。</translation>
    </message>
    <message>
        <source>Share of the negative samples that are called positive when the threshold finds at least 90 % of the positive ones.</source>
        <translation>阈值能找出至少 90 % 的正样本时，被判为正的负样本的比例。</translation>
    </message>
    <message>
        <source>Share of the objects found, averaged over 1/8, 1/4, 1/2, 1, 2, 4 and 8 false positives per scan (Setio 2017).</source>
        <translation>找到的目标比例，对每次扫描 1/8、1/4、1/2、1、2、4 和 8 个假阳性取平均（Setio 2017）。</translation>
    </message>
    <message>
        <source>Share of the positive samples (the second class) that were found.</source>
        <translation>找到的正样本（第二类）的比例。</translation>
    </message>
    <message>
        <source>Share of the samples whose partner is among the five nearest of up to 256, with what chance gives.</source>
        <translation>配对样本位于至多 256 个中最近五个之内的样本比例，并给出随机猜测的值。</translation>
    </message>
    <message>
        <source>Share of the samples whose partner is the nearest of up to 256, with what chance gives.</source>
        <translation>配对样本是至多 256 个中最近一个的样本比例，并给出随机猜测的值。</translation>
    </message>
    <message>
        <source>Share of the target that is spread over all classes (Szegedy 2016).</source>
        <translation>目标中均匀分给所有类别的比例（Szegedy 2016）。</translation>
    </message>
    <message>
        <source>Share of the tokens of an expert</source>
        <translation>专家的词元占比</translation>
    </message>
    <message>
        <source>Share of the tokens that are drawn from the whole vocabulary instead.</source>
        <translation>改为从整个词表中抽取的词元比例。</translation>
    </message>
    <message>
        <source>Share of the values whose sign was right, with its 95 % interval for as many samples as do not overlap.</source>
        <translation>符号预测正确的值的比例，及其 95 % 区间，按互不重叠的样本数计算。</translation>
    </message>
    <message>
        <source>Share of what was called positive (the second class) that is.</source>
        <translation>判为正（第二类）的样本中真正为正的比例。</translation>
    </message>
    <message>
        <source>Shifted crop</source>
        <translation>平移裁剪</translation>
    </message>
    <message>
        <source>Shifts the values of a picture, and stretches them around their mean.</source>
        <translation>平移图像的数值，并围绕其均值拉伸。</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>船</translation>
    </message>
    <message>
        <source>SiLU made of straight lines (Howard et al. 2019, arXiv 1905.02244).</source>
        <translation>由直线段构成的 SiLU（Howard 等 2019，arXiv 1905.02244）。</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号线</translation>
    </message>
    <message>
        <source>Signal to noise</source>
        <translation>信噪比</translation>
    </message>
    <message>
        <source>Similarities are divided by it; smaller is sharper.</source>
        <translation>相似度除以此数；越小越尖锐。</translation>
    </message>
    <message>
        <source>Sinusoidal position</source>
        <translation>正弦位置编码</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Size of the first part</source>
        <translation>第一部分的大小</translation>
    </message>
    <message>
        <source>Size of the hidden state.</source>
        <translation>隐藏状态的大小。</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>切片</translation>
    </message>
    <message>
        <source>Slices, rows and columns of a sample.</source>
        <translation>样本的切片数、行数和列数。</translation>
    </message>
    <message>
        <source>Slices, rows and columns of the scan that samples are cut from.</source>
        <translation>用来裁出样本的扫描的切片数、行数和列数。</translation>
    </message>
    <message>
        <source>Slides learned kernels along a sequence.</source>
        <translation>让可学习的卷积核沿序列滑动。</translation>
    </message>
    <message>
        <source>Slides learned kernels over depth, height and width.</source>
        <translation>让可学习的卷积核在深度、高和宽上滑动。</translation>
    </message>
    <message>
        <source>Slopes</source>
        <translation>斜率数</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>慢线</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑项</translation>
    </message>
    <message>
        <source>Smoothing of D</source>
        <translation>D 的平滑</translation>
    </message>
    <message>
        <source>Smoothing of K</source>
        <translation>K 的平滑</translation>
    </message>
    <message>
        <source>Smoothness</source>
        <translation>平滑度</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>间距</translation>
    </message>
    <message>
        <source>Spans as far below zero as above; otherwise from the least to the largest number seen.</source>
        <translation>零以下与零以上的跨度相同；否则从见过的最小数到最大数。</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Squared for small differences, linear for large ones, so that outliers count less (Huber 1964).</source>
        <translation>差较小时取平方，较大时为线性，使离群值影响较小（Huber 1964）。</translation>
    </message>
    <message>
        <source>Squeeze</source>
        <translation>去除维度</translation>
    </message>
    <message>
        <source>Squeeze and excite</source>
        <translation>压缩与激励</translation>
    </message>
    <message>
        <source>Standard deviation of the Gaussian that smooths it.</source>
        <translation>使其平滑的高斯核的标准差。</translation>
    </message>
    <message>
        <source>Standard deviation of the noise.</source>
        <translation>噪声的标准差。</translation>
    </message>
    <message>
        <source>Standard deviation of the noise; colours lie from 0.35 to 1.</source>
        <translation>噪声的标准差；颜色在 0.35 到 1 之间。</translation>
    </message>
    <message>
        <source>Standard deviation of the numbers that the vectors start with.</source>
        <translation>向量初始值的标准差。</translation>
    </message>
    <message>
        <source>Standard deviation of the return of a bar.</source>
        <translation>单根 K 线收益率的标准差。</translation>
    </message>
    <message>
        <source>Standard deviation of what is added.</source>
        <translation>所加数值的标准差。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Stochastic depth</source>
        <translation>随机深度</translation>
    </message>
    <message>
        <source>Stochastic of Chinese terminals: place of the close in the range, smoothed twice; K and D start at 50.</source>
        <translation>国内行情软件的随机指标：收盘价在区间中的位置，平滑两次；K 和 D 从 50 开始。</translation>
    </message>
    <message>
        <source>Strength of a trend, and the strengths of its two directions (ADX, +DI, -DI).</source>
        <translation>趋势的强度，及其两个方向的强度（ADX、+DI、-DI）。</translation>
    </message>
    <message>
        <source>Stride of the 3×3 convolution; 2 halves height and width.</source>
        <translation>3×3 卷积的步幅；2 使高和宽减半。</translation>
    </message>
    <message>
        <source>Structs for LibTorch.</source>
        <translation>用于 LibTorch 的结构体。</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>相减</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>Sum of the volumes, those of falling bars taken away (OBV).</source>
        <translation>成交量之和，减去下跌 K 线的成交量（OBV）。</translation>
    </message>
    <message>
        <source>Symmetric</source>
        <translation>对称</translation>
    </message>
    <message>
        <source>Table (CSV, TSV)</source>
        <translation>表格（CSV、TSV）</translation>
    </message>
    <message>
        <source>Take a longer series, a shorter window, or indicators that look back less.</source>
        <translation>请用更长的序列、更短的窗口，或回看较短的技术指标。</translation>
    </message>
    <message>
        <source>Take a longer series, a smaller share, or a shorter window.</source>
        <translation>请用更长的序列、更小的比例，或更短的窗口。</translation>
    </message>
    <message>
        <source>Take a longer text or shorter samples.</source>
        <translation>请用更长的文本或更短的样本。</translation>
    </message>
    <message>
        <source>Take a part of it.</source>
        <translation>请取其中一部分。</translation>
    </message>
    <message>
        <source>Take a smaller volatility, a weaker signal, or fewer bars.</source>
        <translation>请用更小的波动率、更弱的信号，或更少的 K 线。</translation>
    </message>
    <message>
        <source>Take coarser steps of time, or fewer indicators.</source>
        <translation>请用更粗的时间步长，或更少的技术指标。</translation>
    </message>
    <message>
        <source>Take coarser steps of time.</source>
        <translation>请用更粗的时间步长。</translation>
    </message>
    <message>
        <source>Taken from every number of the inputs.</source>
        <translation>从输入的每个数中减去。</translation>
    </message>
    <message>
        <source>Taken from every value.</source>
        <translation>从每个值中减去。</translation>
    </message>
    <message>
        <source>Takes a mean away and divides by a deviation; validation samples are treated alike.</source>
        <translation>减去均值再除以标准差；验证样本同样处理。</translation>
    </message>
    <message>
        <source>Takes means over as many windows as the output wants, whatever the input&apos;s depth, height and width.</source>
        <translation>不论输入的深度、高和宽，按输出所需的窗口数取均值。</translation>
    </message>
    <message>
        <source>Takes means over as many windows as the output wants, whatever the input&apos;s length.</source>
        <translation>不论输入的长度，按输出所需的窗口数取均值。</translation>
    </message>
    <message>
        <source>Takes the mean of each window along a sequence.</source>
        <translation>沿序列取每个窗口的均值。</translation>
    </message>
    <message>
        <source>Takes the mean of each window of depth, height and width.</source>
        <translation>取深度、高和宽上每个窗口的均值。</translation>
    </message>
    <message>
        <source>Takes the mean over some dimensions.</source>
        <translation>沿一些维度取均值。</translation>
    </message>
    <message>
        <source>Takes the second input from the first, number by number. Extents of 1 are stretched.</source>
        <translation>逐元素用第一个输入减去第二个输入。长度为 1 的维度会扩展。</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Tell candidates with a nodule from others, or draw the mask of the nodules.</source>
        <translation>把有结节的候选与其他的区分开，或画出结节的掩码。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Test inputs</source>
        <translation>测试输入</translation>
    </message>
    <message>
        <source>Test masks</source>
        <translation>测试掩码</translation>
    </message>
    <message>
        <source>Test scans</source>
        <translation>测试扫描</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>测试比例</translation>
    </message>
    <message>
        <source>Test subset</source>
        <translation>测试子集</translation>
    </message>
    <message>
        <source>Test targets</source>
        <translation>测试目标</translation>
    </message>
    <message>
        <source>Test volumes</source>
        <translation>测试体数据</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The 100 fine classes or their 20 coarse groups.</source>
        <translation>100 个细分类，或其 20 个大类。</translation>
    </message>
    <message>
        <source>The archive holds no array &quot;%1&quot;.</source>
        <translation>归档中没有数组“%1”。</translation>
    </message>
    <message>
        <source>The archive holds several arrays.</source>
        <translation>归档中有多个数组。</translation>
    </message>
    <message>
        <source>The array has version %1 of the format; 1 to 3 are read.</source>
        <translation>数组的格式版本为 %1；可读 1 到 3。</translation>
    </message>
    <message>
        <source>The augmentation &quot;%1&quot; changes real numbers, and the samples have none. Remove it.</source>
        <translation>数据增强“%1”改变实数，而样本中没有实数。请移除它。</translation>
    </message>
    <message>
        <source>The augmentation &quot;%1&quot; does not move boxes with the picture. Use flip and crop here.</source>
        <translation>数据增强“%1”不随图像移动边界框。此处请用翻转和裁剪。</translation>
    </message>
    <message>
        <source>The augmentation &quot;%1&quot; is for pictures and volumes, and the samples are neither. Remove it.</source>
        <translation>数据增强“%1”用于图像和体数据，而样本两者都不是。请移除它。</translation>
    </message>
    <message>
        <source>The augmentation &quot;%1&quot; moves a mask with its picture, and here they differ in extents. Remove it.</source>
        <translation>数据增强“%1”使掩码随图像移动，而此处两者长度不同。请移除它。</translation>
    </message>
    <message>
        <source>The bracket behind &quot;%1&quot; is never closed.</source>
        <translation>“%1”后的括号没有闭合。</translation>
    </message>
    <message>
        <source>The checksum of &quot;%1&quot; is wrong.</source>
        <translation>“%1”的校验和不对。</translation>
    </message>
    <message>
        <source>The class &quot;%1&quot; in %2 is not among those to train on.</source>
        <translation>%2 中的类别“%1”不在训练类别之列。</translation>
    </message>
    <message>
        <source>The class weights must be numbers of at least zero, not all zero, such as &quot;1, 10&quot;; they are &quot;%1&quot;.</source>
        <translation>类别权重必须是不小于零、且不全为零的数，如“1, 10”；现为“%1”。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; has more than %2 different words.</source>
        <translation>列“%1”有超过 %2 个不同的词。</translation>
    </message>
    <message>
        <source>The columns are: %1%2.</source>
        <translation>各列为：%1%2。</translation>
    </message>
    <message>
        <source>The compressed data are damaged.</source>
        <translation>压缩数据已损坏。</translation>
    </message>
    <message>
        <source>The compressed data end too early: %1 of %2 bytes are there.</source>
        <translation>压缩数据过早结束：%2 字节中只有 %1 字节。</translation>
    </message>
    <message>
        <source>The compressed data hold more than the announced %1 bytes.</source>
        <translation>压缩数据超过所声明的 %1 字节。</translation>
    </message>
    <message>
        <source>The constant that is added with mode constant.</source>
        <translation>mode 为 constant 时填充的常数。</translation>
    </message>
    <message>
        <source>The course&apos;s dim: scores are divided by the root of half of it, rounded down.</source>
        <translation>课程中的 dim：得分除以其一半（向下取整）的平方根。</translation>
    </message>
    <message>
        <source>The course&apos;s gated scores with what makes them attention: learned query, key and value, a softmax over the positions, and a learned result.</source>
        <translation>课程中的门控得分，加上使其成为注意力的部分：可学习的查询、键和值，在各位置上的 softmax，以及可学习的结果。</translation>
    </message>
    <message>
        <source>The data cannot be unpacked: there is not enough memory.</source>
        <translation>无法解压数据：内存不足。</translation>
    </message>
    <message>
        <source>The difference at which squared becomes linear.</source>
        <translation>由平方转为线性时的差值。</translation>
    </message>
    <message>
        <source>The difference between output and target without its sign, averaged over all their elements.</source>
        <translation>输出与目标之差去掉符号，对全部元素取平均。</translation>
    </message>
    <message>
        <source>The directions of the axes are not unit vectors; the length of one is %1.</source>
        <translation>各轴的方向不是单位向量；其中一个的长度为 %1。</translation>
    </message>
    <message>
        <source>The directions of the axes lie in one plane.</source>
        <translation>各轴的方向在同一平面内。</translation>
    </message>
    <message>
        <source>The distance between voxels must be a number above zero; the header says %1.</source>
        <translation>体素间距必须是大于零的数；文件头为 %1。</translation>
    </message>
    <message>
        <source>The elements are of the type &quot;%1&quot;, which is not read.</source>
        <translation>元素类型为“%1”，不支持读取。</translation>
    </message>
    <message>
        <source>The factor is a weight that training changes.</source>
        <translation>该系数是训练会改变的权重。</translation>
    </message>
    <message>
        <source>The field %1 holds %2 numbers; %3 are wanted.</source>
        <translation>字段 %1 有 %2 个数；需要 %3 个。</translation>
    </message>
    <message>
        <source>The field %1 holds &quot;%2&quot;, where numbers are wanted.</source>
        <translation>字段 %1 为“%2”，而此处需要数。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be a list of at most %2 objects.</source>
        <translation>字段“%1”必须是至多 %2 个对象的列表。</translation>
    </message>
    <message>
        <source>The field &quot;split.method&quot; must be &quot;random&quot;, &quot;stratified&quot;, &quot;by_group&quot; or &quot;by_time&quot;; it is &quot;%1&quot;.</source>
        <translation>字段“split.method”必须是“random”、“stratified”、“by_group”或“by_time”；现为“%1”。</translation>
    </message>
    <message>
        <source>The file goes on after its data.</source>
        <translation>文件在其数据之后还有内容。</translation>
    </message>
    <message>
        <source>The file has %1 bytes; pictures of up to %2 are read.</source>
        <translation>文件有 %1 字节；图像最多读到 %2。</translation>
    </message>
    <message>
        <source>The file has more than %1 rows.</source>
        <translation>文件超过 %1 行。</translation>
    </message>
    <message>
        <source>The file has no prices.</source>
        <translation>文件中没有价格。</translation>
    </message>
    <message>
        <source>The file has no rows of data.</source>
        <translation>文件中没有数据行。</translation>
    </message>
    <message>
        <source>The file has no rows.</source>
        <translation>文件中没有行。</translation>
    </message>
    <message>
        <source>The file holds an object of the type &quot;%1&quot; and no image.</source>
        <translation>文件中是类型为“%1”的对象，没有图像。</translation>
    </message>
    <message>
        <source>The file of pictures is damaged.</source>
        <translation>图像文件已损坏。</translation>
    </message>
    <message>
        <source>The file; relative to a data folder, or a whole path.</source>
        <translation>文件；相对于数据文件夹，或完整路径。</translation>
    </message>
    <message>
        <source>The first place that is kept; negative: counted from the end.</source>
        <translation>保留的第一个位置；负数从末尾数起。</translation>
    </message>
    <message>
        <source>The first place that is not kept any more; negative: counted from the end.</source>
        <translation>不再保留的第一个位置；负数从末尾数起。</translation>
    </message>
    <message>
        <source>The gap of %1 samples is below the horizon of %2: the targets of the last training samples lie in what validates.</source>
        <translation>间隔 %1 个样本小于预测跨度 %2：最后几个训练样本的目标落在验证部分中。</translation>
    </message>
    <message>
        <source>The graph has a mistake, so there is no code for it: %1</source>
        <translation>网络图有错误，因此没有代码：%1</translation>
    </message>
    <message>
        <source>The harmonic mean of precision and recall of each class, averaged over the classes.</source>
        <translation>各类精确率与召回率的调和平均，再对各类取平均。</translation>
    </message>
    <message>
        <source>The header announces %1 bytes of data, which %2 compressed bytes cannot hold.</source>
        <translation>文件头声明 %1 字节数据，%2 字节的压缩数据容不下。</translation>
    </message>
    <message>
        <source>The header announces %1 bytes of data, which a file of %2 bytes cannot hold.</source>
        <translation>文件头声明 %1 字节数据，%2 字节的文件放不下。</translation>
    </message>
    <message>
        <source>The header announces %1 bytes of numbers; the file holds %2.</source>
        <translation>文件头声明 %1 字节的数；文件有 %2。</translation>
    </message>
    <message>
        <source>The header announces %1 bytes of voxels, and %2 holds %3.</source>
        <translation>文件头声明 %1 字节的体素，而 %2 有 %3。</translation>
    </message>
    <message>
        <source>The header announces %1 x %2 pixels, which %3 bytes cannot hold or which are too many.</source>
        <translation>文件头声明 %1 x %2 像素，%3 字节放不下，或像素过多。</translation>
    </message>
    <message>
        <source>The header of the array is longer than the file.</source>
        <translation>数组的头部比文件还长。</translation>
    </message>
    <message>
        <source>The header of the array is not one of plain numbers.</source>
        <translation>数组的头部不是普通数值数组的头部。</translation>
    </message>
    <message>
        <source>The header says that there are %1 dimensions.</source>
        <translation>文件头声明有 %1 维。</translation>
    </message>
    <message>
        <source>The header says that there are %1 dimensions; 1 to 3 are read.</source>
        <translation>文件头声明有 %1 维；可读 1 到 3 维。</translation>
    </message>
    <message>
        <source>The hidden state at each step of the sequence, or only the last of each direction.</source>
        <translation>序列每一步的隐藏状态，或仅每个方向最后一步的。</translation>
    </message>
    <message>
        <source>The indicator &quot;%1&quot; has %2 parameters, and %3 numbers are given.</source>
        <translation>技术指标“%1”有 %2 个参数，却给出了 %3 个数。</translation>
    </message>
    <message>
        <source>The indicator &quot;%1&quot; takes whole numbers; %2 is none.</source>
        <translation>技术指标“%1”要求整数；%2 不是。</translation>
    </message>
    <message>
        <source>The input has no batch dimension.</source>
        <translation>输入没有批量维。</translation>
    </message>
    <message>
        <source>The inputs have one dimension only; a sample needs at least one of its own.</source>
        <translation>输入只有一维；样本自身至少需要一维。</translation>
    </message>
    <message>
        <source>The largest change of the size, as a share of it.</source>
        <translation>大小的最大改变量，占其比例。</translation>
    </message>
    <message>
        <source>The largest change of their distance from the mean, as a share.</source>
        <translation>到均值距离的最大改变量，占其比例。</translation>
    </message>
    <message>
        <source>The largest number that comes out.</source>
        <translation>输出的最大数。</translation>
    </message>
    <message>
        <source>The largest power.</source>
        <translation>最大的幂次。</translation>
    </message>
    <message>
        <source>The largest shift, in deviations of the picture&apos;s values.</source>
        <translation>最大的平移量，以图像数值的标准差为单位。</translation>
    </message>
    <message>
        <source>The largest turn, to either side.</source>
        <translation>向两侧旋转的最大角度。</translation>
    </message>
    <message>
        <source>The last slices of each volume that make the test part; no crop crosses the border.</source>
        <translation>每个体数据末尾作为测试部分的切片；裁块不跨越边界。</translation>
    </message>
    <message>
        <source>The least number that is divided by.</source>
        <translation>除数的最小值。</translation>
    </message>
    <message>
        <source>The list of files in the archive is damaged.</source>
        <translation>归档中的文件列表已损坏。</translation>
    </message>
    <message>
        <source>The logarithm of softmax, computed without overflow.</source>
        <translation>softmax 的对数，计算时不会溢出。</translation>
    </message>
    <message>
        <source>The loss &quot;%1&quot; wants %2 numbers for each cell of a square grid: object, centre, size and classes.</source>
        <translation>损失“%1”要求正方形网格的每个单元有 %2 个数：目标、中心、大小和类别。</translation>
    </message>
    <message>
        <source>The loss &quot;%1&quot; wants one output for each of the %2 classes at every position, the classes first.</source>
        <translation>损失“%1”要求每个位置上 %2 个类别各有一个输出，类别维在前。</translation>
    </message>
    <message>
        <source>The loss &quot;%1&quot; wants one output for each of the %2 classes at every position, the classes last.</source>
        <translation>损失“%1”要求每个位置上 %2 个类别各有一个输出，类别维在后。</translation>
    </message>
    <message>
        <source>The loss &quot;%1&quot; wants one vector for each of the %2 inputs of a sample.</source>
        <translation>损失“%1”要求样本的 %2 个输入各有一个向量。</translation>
    </message>
    <message>
        <source>The made-up prices leave every scale.</source>
        <translation>虚构的价格超出了一切量级。</translation>
    </message>
    <message>
        <source>The metric &quot;%1&quot; is for %2 classes, and the dataset &quot;%3&quot; has %4.</source>
        <translation>指标“%1”用于 %2 个类别，而数据集“%3”有 %4 个。</translation>
    </message>
    <message>
        <source>The metric &quot;%1&quot; is for masks over pictures and volumes, and the dataset &quot;%2&quot; has sequences.</source>
        <translation>指标“%1”用于图像和体数据上的掩码，而数据集“%2”是序列。</translation>
    </message>
    <message>
        <source>The name ends in none of .mhd, .mha, .nii and .nii.gz.</source>
        <translation>名称不以 .mhd、.mha、.nii 或 .nii.gz 结尾。</translation>
    </message>
    <message>
        <source>The node %1 cannot be written as code.</source>
        <translation>节点 %1 无法写成代码。</translation>
    </message>
    <message>
        <source>The node %1 is a function; nn.Sequential holds modules, and PyTorch has none for it.</source>
        <translation>节点 %1 是函数；nn.Sequential 容纳的是模块，而 PyTorch 没有与之对应的模块。</translation>
    </message>
    <message>
        <source>The number whose vector stays zero because it only fills up; -1: there is none.</source>
        <translation>只用来补齐、其向量保持为零的编号；-1 表示没有。</translation>
    </message>
    <message>
        <source>The one along which the vectors lie; negative: counted from the last.</source>
        <translation>向量所沿的维度；负数从末尾数起。</translation>
    </message>
    <message>
        <source>The parameter &quot;columns&quot; has %1 names and not six.</source>
        <translation>参数“columns”有 %1 个名称，不是六个。</translation>
    </message>
    <message>
        <source>The parameters of the indicator &quot;%1&quot; are not numbers: %2.</source>
        <translation>技术指标“%1”的参数不是数：%2。</translation>
    </message>
    <message>
        <source>The picture cannot be decoded (%1).</source>
        <translation>图像无法解码（%1）。</translation>
    </message>
    <message>
        <source>The picture cannot be scaled: there is not enough memory.</source>
        <translation>图像无法缩放：内存不足。</translation>
    </message>
    <message>
        <source>The pictures were written by a newer Seekbench (format %1).</source>
        <translation>图像由更新的 Seekbench 写入（格式 %1）。</translation>
    </message>
    <message>
        <source>The place of the first voxel is not a number: %1.</source>
        <translation>第一个体素的位置不是数：%1。</translation>
    </message>
    <message>
        <source>The predictions of a detector are the cells of a square grid, such as 49 of 7 × 7; there are %1.</source>
        <translation>检测器的预测是正方形网格的各单元，如 7 × 7 的 49 个；现有 %1 个。</translation>
    </message>
    <message>
        <source>The prices of line %1 do not fit together: open %2, high %3, low %4, close %5.</source>
        <translation>第 %1 行的价格不相符：开盘 %2，最高 %3，最低 %4，收盘 %5。</translation>
    </message>
    <message>
        <source>The quote of the row that begins in line %1 is never closed.</source>
        <translation>从第 %1 行开始的数据行引号没有闭合。</translation>
    </message>
    <message>
        <source>The row that begins in line %1 is longer than %2 bytes.</source>
        <translation>从第 %1 行开始的数据行超过 %2 字节。</translation>
    </message>
    <message>
        <source>The samples have no classes whose shares could be kept.</source>
        <translation>样本没有可保持比例的类别。</translation>
    </message>
    <message>
        <source>The samples of the dataset &quot;%1&quot; are in no order of time: the last ones may be of one kind. Choose another method.</source>
        <translation>数据集“%1”的样本没有时间顺序：最后的样本可能同属一类。请选择其他方法。</translation>
    </message>
    <message>
        <source>The samples of the dataset &quot;%1&quot; are in the order of time: held out at random, the model learns from the future of what validates. Split by time.</source>
        <translation>数据集“%1”的样本按时间排列：随机留出时，模型会从验证部分的未来学习。请按时间划分。</translation>
    </message>
    <message>
        <source>The samples of the dataset &quot;%1&quot; have no classes whose shares could be kept. Choose another method.</source>
        <translation>数据集“%1”的样本没有可保持比例的类别。请选择其他方法。</translation>
    </message>
    <message>
        <source>The samples of the dataset &quot;%1&quot; have no groups. Choose another method.</source>
        <translation>数据集“%1”的样本没有分组。请选择其他方法。</translation>
    </message>
    <message>
        <source>The samples of the dataset &quot;%1&quot; have one part; pairs need at least two.</source>
        <translation>数据集“%1”的样本只有一部分；配对至少需要两部分。</translation>
    </message>
    <message>
        <source>The samples of the dataset have no groups.</source>
        <translation>数据集的样本没有分组。</translation>
    </message>
    <message>
        <source>The samples of the test arrays have other extents than those to train on.</source>
        <translation>测试数组的样本与训练样本各维长度不同。</translation>
    </message>
    <message>
        <source>The scale of the values is not a number: %1 and %2.</source>
        <translation>数值的缩放系数不是数：%1 和 %2。</translation>
    </message>
    <message>
        <source>The sequence has %1 positions, and there are vectors for %2. Set max_length to at least %1.</source>
        <translation>序列有 %1 个位置，而只有 %2 个位置的向量。请把 max_length 至少设为 %1。</translation>
    </message>
    <message>
        <source>The share that was right of each class, averaged over the classes: rare ones count as much.</source>
        <translation>各类判断正确的比例，对各类取平均：稀有类别同样计入。</translation>
    </message>
    <message>
        <source>The sizes of &quot;%1&quot; contradict each other.</source>
        <translation>“%1”的各个大小相互矛盾。</translation>
    </message>
    <message>
        <source>The sizes of the array are below 1 or too large: more than %1 bytes.</source>
        <translation>数组的各维大小小于 1 或过大：超过 %1 字节。</translation>
    </message>
    <message>
        <source>The smallest number that comes out.</source>
        <translation>输出的最小数。</translation>
    </message>
    <message>
        <source>The smallest power; below 1 dark values become brighter.</source>
        <translation>最小的幂次；小于 1 时暗处变亮。</translation>
    </message>
    <message>
        <source>The split tears groups of the dataset &quot;%1&quot; apart: samples of the same group train and validate. Split by group.</source>
        <translation>此划分拆开了数据集“%1”的分组：同组样本既用于训练又用于验证。请按组划分。</translation>
    </message>
    <message>
        <source>The styles module and functional can write it.</source>
        <translation>“模块”和“函数式”风格可以写出它。</translation>
    </message>
    <message>
        <source>The table has %1 features; at most %2 are taken.</source>
        <translation>表格有 %1 个特征；最多取 %2 个。</translation>
    </message>
    <message>
        <source>The table has more than %1 cells in %2 columns.</source>
        <translation>表格的 %2 列中有超过 %1 个单元格。</translation>
    </message>
    <message>
        <source>The targets are real numbers, where classes are wanted.</source>
        <translation>目标是实数，而此处需要类别。</translation>
    </message>
    <message>
        <source>The targets have %1 dimensions; classes have one.</source>
        <translation>目标有 %1 维；类别应为一维。</translation>
    </message>
    <message>
        <source>The targets have one dimension; a class for each position needs more.</source>
        <translation>目标只有一维；每个位置一个类别需要更多维。</translation>
    </message>
    <message>
        <source>The temperature is trained, too, from this start.</source>
        <translation>温度也参与训练，从此值开始。</translation>
    </message>
    <message>
        <source>The text has %1 tokens to train on: too few for two samples of %2.</source>
        <translation>文本有 %1 个词元可供训练：不足以构成两个长 %2 的样本。</translation>
    </message>
    <message>
        <source>The text has more than %1 different characters.</source>
        <translation>文本有超过 %1 个不同的字符。</translation>
    </message>
    <message>
        <source>The text is longer than %1 bytes.</source>
        <translation>文本超过 %1 字节。</translation>
    </message>
    <message>
        <source>The value that the window maps to 0.</source>
        <translation>窗口映射为 0 的值。</translation>
    </message>
    <message>
        <source>The value that the window maps to 1.</source>
        <translation>窗口映射为 1 的值。</translation>
    </message>
    <message>
        <source>The volume has %1 dimensions, as of several moments; three are read.</source>
        <translation>体数据有 %1 维，似含多个时刻；可读三维。</translation>
    </message>
    <message>
        <source>The volume has %1 dimensions; up to three are read.</source>
        <translation>体数据有 %1 维；最多读到三维。</translation>
    </message>
    <message>
        <source>The volume has %1 x %2 x %3 voxels of %4 numbers; up to %5 bytes are read.</source>
        <translation>体数据有 %1 x %2 x %3 个体素，每个 %4 个数；最多读取 %5 字节。</translation>
    </message>
    <message>
        <source>The voxels are of the type %1, which is not read (colours and complex numbers are not).</source>
        <translation>体素类型为 %1，不支持读取（彩色和复数不支持）。</translation>
    </message>
    <message>
        <source>The voxels are said to begin at byte %1, within or far behind the header.</source>
        <translation>体素据称从第 %1 字节开始，位于文件头内或远在其后。</translation>
    </message>
    <message>
        <source>The voxels are spread over several files; only one is read.</source>
        <translation>体素分散在多个文件中；只读单个文件。</translation>
    </message>
    <message>
        <source>The voxels are written as text; only binary ones are read.</source>
        <translation>体素以文本写成；只读二进制的。</translation>
    </message>
    <message>
        <source>The voxels should be in %1, which is not there.</source>
        <translation>体素应在 %1 中，而它不存在。</translation>
    </message>
    <message>
        <source>The weighted sum of the Dice loss and the focal loss.</source>
        <translation>Dice 损失与焦点损失的加权和。</translation>
    </message>
    <message>
        <source>The window from %1 to %2 is empty.</source>
        <translation>从 %1 到 %2 的窗口为空。</translation>
    </message>
    <message>
        <source>Their masks, in the order of the names.</source>
        <translation>其掩码，按名称顺序。</translation>
    </message>
    <message>
        <source>Their masks.</source>
        <translation>其掩码。</translation>
    </message>
    <message>
        <source>There are %1 augmentations; up to %2 are performed.</source>
        <translation>有 %1 个数据增强；最多执行 %2 个。</translation>
    </message>
    <message>
        <source>There are %1 class weights, and the dataset &quot;%2&quot; has %3 classes.</source>
        <translation>有 %1 个类别权重，而数据集“%2”有 %3 类。</translation>
    </message>
    <message>
        <source>There are %1 inputs and %2 targets.</source>
        <translation>有 %1 个输入和 %2 个目标。</translation>
    </message>
    <message>
        <source>There are %1 volumes and %2 masks.</source>
        <translation>有 %1 个体数据和 %2 个掩码。</translation>
    </message>
    <message>
        <source>There are no pictures (PNG, JPEG, BMP) below %1.</source>
        <translation>%1 下没有图像（PNG、JPEG、BMP）。</translation>
    </message>
    <message>
        <source>There are no scans (subset*/*.mhd) in %1.</source>
        <translation>%1 中没有扫描（subset*/*.mhd）。</translation>
    </message>
    <message>
        <source>There are no volumes (.nii, .nii.gz, .mhd, .mha) in %1.</source>
        <translation>%1 中没有体数据（.nii、.nii.gz、.mhd、.mha）。</translation>
    </message>
    <message>
        <source>There is no augmentation &quot;%1&quot;.</source>
        <translation>没有数据增强“%1”。</translation>
    </message>
    <message>
        <source>There is no column &quot;%1&quot; among those that are read.</source>
        <translation>所读的各列中没有列“%1”。</translation>
    </message>
    <message>
        <source>There is no column &quot;%1&quot;.</source>
        <translation>没有列“%1”。</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>没有文件夹 %1。</translation>
    </message>
    <message>
        <source>There is no indicator &quot;%1&quot;.</source>
        <translation>没有技术指标“%1”。</translation>
    </message>
    <message>
        <source>There is no such style of code.</source>
        <translation>没有这种代码风格。</translation>
    </message>
    <message>
        <source>This is no PNG, JPEG or BMP picture (%1).</source>
        <translation>这不是 PNG、JPEG 或 BMP 图像（%1）。</translation>
    </message>
    <message>
        <source>This is not a MetaImage file: no line says ElementDataFile.</source>
        <translation>这不是 MetaImage 文件：没有 ElementDataFile 行。</translation>
    </message>
    <message>
        <source>This is not a NIfTI file: its header has another length.</source>
        <translation>这不是 NIfTI 文件：其文件头长度不符。</translation>
    </message>
    <message>
        <source>This is not a NIfTI file: its magic word is missing.</source>
        <translation>这不是 NIfTI 文件：缺少魔数。</translation>
    </message>
    <message>
        <source>This is not a NumPy array.</source>
        <translation>这不是 NumPy 数组。</translation>
    </message>
    <message>
        <source>This is not a zip archive, or its end is missing.</source>
        <translation>这不是 zip 归档，或其末尾缺失。</translation>
    </message>
    <message>
        <source>This system has no table for GBK.</source>
        <translation>此系统没有 GBK 编码表。</translation>
    </message>
    <message>
        <source>Those that become one number, not 0, the batch; negative: counted from the last.</source>
        <translation>变为一个数的各维度，不含 0（批量维）；负数从末尾数起。</translation>
    </message>
    <message>
        <source>Three views of the same thing: a small picture, eight words (21 are known) and a tone, to be brought together.</source>
        <translation>同一事物的三种视图：一幅小图像、八个词（已知 21 个）和一个音，要使它们彼此靠近。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Tied linear</source>
        <translation>权重共享的线性层</translation>
    </message>
    <message>
        <source>Time column</source>
        <translation>时间列</translation>
    </message>
    <message>
        <source>Tokens from the beginning of a sample to that of the next; 0: the length, so that none overlap.</source>
        <translation>一个样本的开头到下一个样本开头的词元数；0：等于长度，互不重叠。</translation>
    </message>
    <message>
        <source>Tokens in one sample.</source>
        <translation>一个样本的词元数。</translation>
    </message>
    <message>
        <source>Tokens in the longest motif; the shortest has 2.</source>
        <translation>最长片段的词元数；最短的为 2。</translation>
    </message>
    <message>
        <source>Tokens without an expert</source>
        <translation>无专家的词元</translation>
    </message>
    <message>
        <source>Top and bottom</source>
        <translation>上下翻转</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题数</translation>
    </message>
    <message>
        <source>Training scans</source>
        <translation>训练扫描</translation>
    </message>
    <message>
        <source>Transformer decoder layer</source>
        <translation>Transformer 解码器层</translation>
    </message>
    <message>
        <source>Transformer encoder layer</source>
        <translation>Transformer 编码器层</translation>
    </message>
    <message>
        <source>Transformer layer with experts</source>
        <translation>混合专家 Transformer 层</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>转置</translation>
    </message>
    <message>
        <source>Trend length</source>
        <translation>趋势长度</translation>
    </message>
    <message>
        <source>Triangle</source>
        <translation>三角形</translation>
    </message>
    <message>
        <source>Truck</source>
        <translation>卡车</translation>
    </message>
    <message>
        <source>Turns and scales pictures, and volumes within their slices, around the middle.</source>
        <translation>围绕中心旋转和缩放图像，体数据则在各切片内进行。</translation>
    </message>
    <message>
        <source>Turns pairs of features by an angle that grows with the position, so that products of queries and keys depend on their distance.</source>
        <translation>把特征两两成对，按随位置增长的角度旋转，使查询与键的乘积取决于两者的距离。</translation>
    </message>
    <message>
        <source>Twice the common part over the sum of predicted and true mask, averaged over the foreground classes.</source>
        <translation>预测掩码与真实掩码公共部分的两倍除以两者之和，对各前景类取平均。</translation>
    </message>
    <message>
        <source>Two numbers for each axis, the last axis first: left, right, top, bottom and so on.</source>
        <translation>每个轴两个数，最后一个轴在前：左、右、上、下，依此类推。</translation>
    </message>
    <message>
        <source>Two rows have the same date (%1 seconds since 1970).</source>
        <translation>有两行日期相同（1970 年以来 %1 秒）。</translation>
    </message>
    <message>
        <source>Unpack LUNA16 (its subsets, annotations.csv and candidates.csv) into one folder and give its whole path.</source>
        <translation>请把 LUNA16（各子集、annotations.csv 和 candidates.csv）解压到一个文件夹，并给出其完整路径。</translation>
    </message>
    <message>
        <source>Unpack at least one subset there.</source>
        <translation>请在那里至少解压一个子集。</translation>
    </message>
    <message>
        <source>Unpack the binary version of the data set (%1) into %2, or give its folder.</source>
        <translation>请把数据集的二进制版（%1）解压到 %2，或给出其文件夹。</translation>
    </message>
    <message>
        <source>Unsqueeze</source>
        <translation>增加维度</translation>
    </message>
    <message>
        <source>Upsample</source>
        <translation>上采样</translation>
    </message>
    <message>
        <source>Upsampling needs 3 to 5 dimensions, and the tensor that arrives has %1.</source>
        <translation>上采样需要 3 到 5 维，而到达的张量是 %1 维。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Volatility</source>
        <translation>波动率</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>体数据</translation>
    </message>
    <message>
        <source>Volumes of the test part; empty: slices of the others.</source>
        <translation>测试部分的体数据；留空则用其他体数据的切片。</translation>
    </message>
    <message>
        <source>Volumes with masks</source>
        <translation>带掩码的体数据</translation>
    </message>
    <message>
        <source>Weighs each channel by a number between 0 and 1 that follows from the means of all channels (Hu et al. 2018, arXiv 1709.01507).</source>
        <translation>给每个通道乘以 0 到 1 之间的数，该数由全部通道的均值得出（Hu 等 2018，arXiv 1709.01507）。</translation>
    </message>
    <message>
        <source>Weight of all classes but the first, which has 1 − alpha; used with two classes and with masks.</source>
        <translation>除第一类外各类的权重，第一类为 1 − alpha；用于二分类和掩码。</translation>
    </message>
    <message>
        <source>What a token is: a character or a byte.</source>
        <translation>词元是什么：字符或字节。</translation>
    </message>
    <message>
        <source>What negative numbers are multiplied by.</source>
        <translation>负数所乘的系数。</translation>
    </message>
    <message>
        <source>What stands between the cells.</source>
        <translation>单元格之间的字符。</translation>
    </message>
    <message>
        <source>What takes their place, of the training samples; a feature of its own says that one was missing.</source>
        <translation>缺失值由训练样本的什么来代替；另有一个特征指明曾有缺失。</translation>
    </message>
    <message>
        <source>What the course prints: the products of all positions, gated by their own tanh. No softmax, no values, nothing learned.</source>
        <translation>课程中打印的内容：所有位置的乘积，以自身的 tanh 门控。没有 softmax，没有值，也没有可学习的部分。</translation>
    </message>
    <message>
        <source>What the numbers are multiplied by; where a learned factor starts.</source>
        <translation>各数所乘的系数；可学习的系数从此值开始。</translation>
    </message>
    <message>
        <source>What the padding adds: zeros, the mirrored input, its edge, or its other end.</source>
        <translation>填充的内容：零、镜像的输入、其边缘，或其另一端。</translation>
    </message>
    <message>
        <source>Where beta · x is above it, the number stays as it is.</source>
        <translation>beta · x 大于此值时，数保持不变。</translation>
    </message>
    <message>
        <source>Where the binary files are; empty: the folder of the archive in a data folder.</source>
        <translation>二进制文件的位置；留空则为数据文件夹中归档的文件夹。</translation>
    </message>
    <message>
        <source>Where the new one stands in the output; negative: counted from the last.</source>
        <translation>新维度在输出中的位置；负数从末尾数起。</translation>
    </message>
    <message>
        <source>Where the slopes start.</source>
        <translation>斜率的初始值。</translation>
    </message>
    <message>
        <source>Where the subsets and tables are; relative to a data folder, or a whole path.</source>
        <translation>各子集和表格的位置；相对于数据文件夹，或完整路径。</translation>
    </message>
    <message>
        <source>Whether every mask voxel that is not zero is the class 1, or its value the class.</source>
        <translation>是把所有非零的掩码体素都作为类别 1，还是以其值作为类别。</translation>
    </message>
    <message>
        <source>Whether the first row holds names.</source>
        <translation>第一行是否为列名。</translation>
    </message>
    <message>
        <source>Whether the target is a class or a value; auto: by its column.</source>
        <translation>目标是类别还是数值；auto：由其列决定。</translation>
    </message>
    <message>
        <source>Whether there is an object, where its box is and what it is, for a detector with one stage.</source>
        <translation>是否有目标、其边界框在哪里、是什么，用于单阶段检测器。</translation>
    </message>
    <message>
        <source>Which one is cut, not 0, the batch; negative: counted from the last.</source>
        <translation>要裁剪的维度，不含 0（批量维）；负数从末尾数起。</translation>
    </message>
    <message>
        <source>Which one is left out; negative: counted from the last.</source>
        <translation>要去除的维度；负数从末尾数起。</translation>
    </message>
    <message>
        <source>Which samples are held out: any, the same share of each class, whole groups, or the last ones in time.</source>
        <translation>留出哪些样本：任意，每类比例相同，整组，或时间上最后的。</translation>
    </message>
    <message>
        <source>While training, sets whole channels to zero at random and scales the others up.</source>
        <translation>训练时随机把整个通道置零并放大其余通道。</translation>
    </message>
    <message>
        <source>While training, sets whole samples to zero at random and scales the others up, so that a residual block is skipped (Huang et al. 2016, arXiv 1603.09382).</source>
        <translation>训练时随机把整个样本置零并放大其余样本，从而跳过残差块（Huang 等 2016，arXiv 1603.09382）。</translation>
    </message>
    <message>
        <source>Widens the channels, looks at each by itself with a 3×3 convolution and narrows them again (MobileNetV2; Sandler et al. 2018, arXiv 1801.04381). The input is added where it has the output&apos;s shape.</source>
        <translation>增加通道，用 3×3 卷积逐通道处理，再减少通道（MobileNetV2；Sandler 等 2018，arXiv 1801.04381）。输入与输出形状相同时，与输入相加。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Width of each expert between its two layers.</source>
        <translation>每个专家两层之间的宽度。</translation>
    </message>
    <message>
        <source>Width of the feed-forward part between its two layers.</source>
        <translation>前馈部分两层之间的宽度。</translation>
    </message>
    <message>
        <source>Williams %R</source>
        <translation>威廉指标 %R</translation>
    </message>
    <message>
        <source>Windows over a file of daily or minute prices, with indicators; exports of Chinese terminals are understood.</source>
        <translation>日线或分钟线价格文件上的窗口，带技术指标；可读国内行情软件导出的文件。</translation>
    </message>
    <message>
        <source>Windows over prices that are drawn: a random walk, in which nothing can be foretold, or trends of known strength.</source>
        <translation>随机抽取的价格上的窗口：无法预测的随机游走，或强度已知的趋势。</translation>
    </message>
    <message>
        <source>With mode %1 the input needs 1 to 3 axes after batch and channels, and pad two numbers for each.</source>
        <translation>mode 为 %1 时，输入在批量和通道之后需有 1 到 3 个轴，pad 每轴需两个数。</translation>
    </message>
    <message>
        <source>Write indicators as in &quot;sma(5, 10, 20) macd rsi(14)&quot;; &quot;all&quot; stands for the twelve there are.</source>
        <translation>技术指标写法如“sma(5, 10, 20) macd rsi(14)”；“all”表示全部十二个。</translation>
    </message>
    <message>
        <source>Write the file anew with ITK or a viewer.</source>
        <translation>请用 ITK 或查看器重新写入该文件。</translation>
    </message>
    <message>
        <source>Zeros added at each side, and so the longest shift.</source>
        <translation>每侧补零的个数，也就是最大的平移量。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is encrypted.</source>
        <translation>“%1”已加密。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not made for the dataset &quot;%2&quot;, where each position of a sample has a class. Choose one of: %3.</source>
        <translation>“%1”不适用于数据集“%2”，其样本的每个位置有一个类别。请从中选择：%3。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not made for the dataset &quot;%2&quot;, where each sample has one class. Choose one of: %3.</source>
        <translation>“%1”不适用于数据集“%2”，其每个样本有一个类别。请从中选择：%3。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not made for the dataset &quot;%2&quot;, where the inputs of a sample belong together. Choose one of: %3.</source>
        <translation>“%1”不适用于数据集“%2”，其样本的各输入互相配对。请从中选择：%3。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not made for the dataset &quot;%2&quot;, whose targets are boxes. Choose one of: %3.</source>
        <translation>“%1”不适用于数据集“%2”，其目标是边界框。请从中选择：%3。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not made for the dataset &quot;%2&quot;, whose targets are real numbers. Choose one of: %3.</source>
        <translation>“%1”不适用于数据集“%2”，其目标是实数。请从中选择：%3。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not where the archive says.</source>
        <translation>“%1”不在归档所说的位置。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is packed by method %2; only stored and deflated files are read.</source>
        <translation>“%1”以方法 %2 压缩；只读未压缩和 deflate 压缩的文件。</translation>
    </message>
    <message>
        <source>&quot;when&quot; is 0 here, and only a node with an input and one output can be passed by.</source>
        <translation>此处“when”为 0，而只有带输入且仅一个输出的节点才能跳过。</translation>
    </message>
    <message>
        <source>a shape that can be stretched to that of other, or the other way round</source>
        <translation>可扩展为 other 形状的形状，反之亦可</translation>
    </message>
    <message>
        <source>align_corners means nothing with mode nearest; turn it off.</source>
        <translation>mode 为 nearest 时 align_corners 没有意义；请关闭它。</translation>
    </message>
    <message>
        <source>annotations.csv holds a nodule with a diameter of %1 mm.</source>
        <translation>annotations.csv 中有直径为 %1 mm 的结节。</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>as query, with the features of value</source>
        <translation>与 query 相同，特征数取自 value</translation>
    </message>
    <message>
        <source>as the input; zero for a token that no expert had room for</source>
        <translation>与输入相同；没有专家容纳的词元为零</translation>
    </message>
    <message>
        <source>as the windows need</source>
        <translation>按窗口所需</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>根 K 线</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>度</translation>
    </message>
    <message>
        <source>dim has %1, and the input has %2 dimensions.</source>
        <translation>dim 含 %1，而输入有 %2 维。</translation>
    </message>
    <message>
        <source>dim has the dimension %1 twice.</source>
        <translation>dim 中维度 %1 出现了两次。</translation>
    </message>
    <message>
        <source>dim is %1, and the output has %2 dimensions.</source>
        <translation>dim 为 %1，而输出有 %2 维。</translation>
    </message>
    <message>
        <source>dim may not be 0, the batch: samples must not depend on each other.</source>
        <translation>dim 不能为 0（批量维）：样本之间不能相互依赖。</translation>
    </message>
    <message>
        <source>dim may not be 0: the batch stays first.</source>
        <translation>dim 不能为 0：批量维须在最前。</translation>
    </message>
    <message>
        <source>dim may not have 0, the batch: samples must not depend on each other.</source>
        <translation>dim 不能含 0（批量维）：样本之间不能相互依赖。</translation>
    </message>
    <message>
        <source>dim needs at least one number.</source>
        <translation>dim 至少需要一个数。</translation>
    </message>
    <message>
        <source>dim0 and dim1 may not be 0: the batch stays first.</source>
        <translation>dim0 和 dim1 不能为 0：批量维须在最前。</translation>
    </message>
    <message>
        <source>dim0 is %1 and dim1 is %2, and the input has %3 dimensions.</source>
        <translation>dim0 为 %1，dim1 为 %2，而输入有 %3 维。</translation>
    </message>
    <message>
        <source>dims has %1 numbers, and the input has %2 dimensions.</source>
        <translation>dims 有 %1 个数，而输入有 %2 维。</translation>
    </message>
    <message>
        <source>dims must begin with 0: the batch stays first.</source>
        <translation>dims 必须以 0 开头：批量维须在最前。</translation>
    </message>
    <message>
        <source>dims must name every dimension of the input once.</source>
        <translation>dims 必须包含输入的每个维度各一次。</translation>
    </message>
    <message>
        <source>direction: whether the close will be higher; return: the logarithm of its change.</source>
        <translation>direction：收盘价是否会更高；return：其变化的对数。</translation>
    </message>
    <message>
        <source>down</source>
        <translation>跌</translation>
    </message>
    <message>
        <source>fraud</source>
        <translation>欺诈</translation>
    </message>
    <message>
        <source>honest</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>input needs 3 dimensions (batch, sequence, features) or 4 (batch, heads, sequence, features), and it has %1.</source>
        <translation>input 需要 3 维 (batch, sequence, features) 或 4 维 (batch, heads, sequence, features)，而它有 %1 维。</translation>
    </message>
    <message>
        <source>mAP at IoU 0.5</source>
        <translation>IoU 0.5 的 mAP</translation>
    </message>
    <message>
        <source>min (%1) must not be above max (%2).</source>
        <translation>min（%1）不能大于 max（%2）。</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>mode %1 needs %2 dimensions, and the tensor that arrives has %3.</source>
        <translation>mode 为 %1 时需要 %2 维，而到达的张量是 %3 维。</translation>
    </message>
    <message>
        <source>next_token: foretell what follows, as GPT; masked_token: fill in what is hidden, as BERT.</source>
        <translation>next_token：预测下文，如 GPT；masked_token：填补被遮盖的部分，如 BERT。</translation>
    </message>
    <message>
        <source>nn.Sequential gives one output, and this graph has %1.</source>
        <translation>nn.Sequential 只有一个输出，而此网络图有 %1 个。</translation>
    </message>
    <message>
        <source>nn.Sequential hands one tensor on, and the module of the node %1 is called with more or gives more.</source>
        <translation>nn.Sequential 只传递一个张量，而节点 %1 的模块需要更多输入或给出更多输出。</translation>
    </message>
    <message>
        <source>nn.Sequential is a chain, and %1 outputs of the node %2 are used.</source>
        <translation>nn.Sequential 是一条链，而节点 %2 有 %1 个输出被使用。</translation>
    </message>
    <message>
        <source>nn.Sequential is a chain, and the node %1 has %2 inputs.</source>
        <translation>nn.Sequential 是一条链，而节点 %1 有 %2 个输入。</translation>
    </message>
    <message>
        <source>nn.Sequential is a chain, and this graph branches at the node %1.</source>
        <translation>nn.Sequential 是一条链，而此网络图在节点 %1 处分叉。</translation>
    </message>
    <message>
        <source>nn.Sequential takes one input, and this graph has %1.</source>
        <translation>nn.Sequential 只有一个输入，而此网络图有 %1 个。</translation>
    </message>
    <message>
        <source>num_groups (%1) must divide num_channels (%2).</source>
        <translation>num_groups（%1）必须整除 num_channels（%2）。</translation>
    </message>
    <message>
        <source>output_padding (%1) must be smaller than stride or dilation.</source>
        <translation>output_padding（%1）必须小于 stride 或 dilation。</translation>
    </message>
    <message>
        <source>padding_idx (%1) must be less than num_embeddings (%2).</source>
        <translation>padding_idx（%1）必须小于 num_embeddings（%2）。</translation>
    </message>
    <message>
        <source>payments</source>
        <translation>笔支付</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>preparing the augmentation %1</source>
        <translation>准备数据增强 %1</translation>
    </message>
    <message>
        <source>query needs 3 dimensions (batch, sequence, features) or 4 (batch, heads, sequence, features), and it has %1.</source>
        <translation>query 需要 3 维 (batch, sequence, features) 或 4 维 (batch, heads, sequence, features)，而它有 %1 维。</translation>
    </message>
    <message>
        <source>random_walk: no direction; trend: one that turns now and then.</source>
        <translation>random_walk：没有方向；trend：方向不时改变。</translation>
    </message>
    <message>
        <source>reading line %1</source>
        <translation>读取第 %1 行</translation>
    </message>
    <message>
        <source>reading the indicator %1</source>
        <translation>读取技术指标 %1</translation>
    </message>
    <message>
        <source>reading the pictures</source>
        <translation>读取图像</translation>
    </message>
    <message>
        <source>reading the prices in %1</source>
        <translation>读取 %1 中的价格</translation>
    </message>
    <message>
        <source>reading the test arrays</source>
        <translation>读取测试数组</translation>
    </message>
    <message>
        <source>reading the training arrays</source>
        <translation>读取训练数组</translation>
    </message>
    <message>
        <source>scale_factor needs one number or %1, and has %2.</source>
        <translation>scale_factor 需要一个数或 %1 个，现有 %2 个。</translation>
    </message>
    <message>
        <source>split_size (%1) leaves nothing of the extent %2 for the rest.</source>
        <translation>split_size（%1）没有给其余部分留下长度 %2 中的任何一个数。</translation>
    </message>
    <message>
        <source>split_size numbers of dimension dim</source>
        <translation>维度 dim 上的 split_size 个数</translation>
    </message>
    <message>
        <source>the divisor</source>
        <translation>除数</translation>
    </message>
    <message>
        <source>the extents after the channels times scale_factor</source>
        <translation>通道之后的各维长度乘以 scale_factor</translation>
    </message>
    <message>
        <source>the input with a 1 at dim</source>
        <translation>在 dim 处加一个 1 的输入</translation>
    </message>
    <message>
        <source>the input with crop taken from its last dimensions</source>
        <translation>从最后几维裁去 crop 的输入</translation>
    </message>
    <message>
        <source>the input with dimensions dim0 and dim1 exchanged</source>
        <translation>维度 dim0 与 dim1 互换的输入</translation>
    </message>
    <message>
        <source>the input with fewer numbers in dimension dim</source>
        <translation>维度 dim 上数较少的输入</translation>
    </message>
    <message>
        <source>the input with pad added to its last dimensions</source>
        <translation>最后几维加上 pad 的输入</translation>
    </message>
    <message>
        <source>the input without dimension dim</source>
        <translation>去掉维度 dim 的输入</translation>
    </message>
    <message>
        <source>the input without the dimensions dim, or with extents of 1 there</source>
        <translation>去掉各维度 dim 的输入，或其长度为 1</translation>
    </message>
    <message>
        <source>the input&apos;s extent</source>
        <translation>输入的长度</translation>
    </message>
    <message>
        <source>the input&apos;s number of columns</source>
        <translation>输入的列数</translation>
    </message>
    <message>
        <source>the last dimension of weight</source>
        <translation>weight 的最后一维</translation>
    </message>
    <message>
        <source>the last layer&apos;s hidden state: (batch, sequence, directions · hidden_size), at each step, or (batch, directions · hidden_size), when each direction has read all</source>
        <translation>最后一层的隐藏状态：每一步为 (batch, sequence, directions · hidden_size)，或在每个方向读完后为 (batch, directions · hidden_size)</translation>
    </message>
    <message>
        <source>the last ones in time</source>
        <translation>时间上最后的</translation>
    </message>
    <message>
        <source>the length of query</source>
        <translation>query 的长度</translation>
    </message>
    <message>
        <source>the number of features of query</source>
        <translation>query 的特征数</translation>
    </message>
    <message>
        <source>the number of heads of query</source>
        <translation>query 的头数</translation>
    </message>
    <message>
        <source>the other numbers of dimension dim</source>
        <translation>维度 dim 上其余的数</translation>
    </message>
    <message>
        <source>the same dimensions in the order dims</source>
        <translation>相同的各维度，按 dims 的顺序</translation>
    </message>
    <message>
        <source>the same share of each class</source>
        <translation>每类比例相同</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>top_k (%1) must not be more than num_experts (%2).</source>
        <translation>top_k（%1）不能大于 num_experts（%2）。</translation>
    </message>
    <message>
        <source>up</source>
        <translation>涨</translation>
    </message>
    <message>
        <source>what is taken away</source>
        <translation>减数</translation>
    </message>
    <message>
        <source>whole groups</source>
        <translation>整组</translation>
    </message>
    <message>
        <source>writing the pictures</source>
        <translation>写入图像</translation>
    </message>
    <message>
        <source>x times the hyperbolic tangent of its softplus (Misra 2019, arXiv 1908.08681).</source>
        <translation>x 乘以其 softplus 的双曲正切（Misra 2019，arXiv 1908.08681）。</translation>
    </message>
    <message>
        <source>%1 (&quot;%2&quot;) balances its experts within each part, so the update is not quite that of the whole batch.</source>
        <translation>%1（“%2”）在每一份内部平衡各专家，因此更新与整个批次的更新不完全相同。</translation>
    </message>
    <message>
        <source>%1 (&quot;%2&quot;) normalizes over each part by itself, so the update is not that of the whole batch. Use GroupNorm or LayerNorm instead, or a single part.</source>
        <translation>%1（“%2”）对每一份单独归一化，因此更新与整个批次的更新不同。请改用 GroupNorm 或 LayerNorm，或只用一份。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 could not be looked at</source>
        <translation>无法查看 %1</translation>
    </message>
    <message>
        <source>%1 could not be renamed</source>
        <translation>无法重命名 %1</translation>
    </message>
    <message>
        <source>%1 does not hold two folders of pictures.</source>
        <translation>%1 中没有两个图片文件夹。</translation>
    </message>
    <message>
        <source>%1 is damaged or not a safetensors file.</source>
        <translation>%1 已损坏，或不是 safetensors 文件。</translation>
    </message>
    <message>
        <source>%1 of the first %2 rows are copies of an earlier row: copies may train and validate.</source>
        <translation>前 %2 行中有 %1 行与更早的行重复：同一份数据可能既用于训练又用于验证。</translation>
    </message>
    <message>
        <source>%1 of the pictures looked at cannot be read: %2</source>
        <translation>查看过的图片中有 %1 张无法读取：%2</translation>
    </message>
    <message>
        <source>%1 rows have no target &quot;%2&quot; and are left out.</source>
        <translation>%1 行没有目标“%2”，已略去。</translation>
    </message>
    <message>
        <source>%1 voxels of %2 are no numbers and are read as 0.</source>
        <translation>%2 中有 %1 个体素不是数，按 0 读取。</translation>
    </message>
    <message>
        <source>1: a straight line; more: faster at first.</source>
        <translation>1：直线；更大：开始时更快。</translation>
    </message>
    <message>
        <source>A batch of %1 samples has at most %1 parts; it is set to %2.</source>
        <translation>%1 个样本的批次最多分成 %1 份；现在设为 %2。</translation>
    </message>
    <message>
        <source>A connection to a worker could not be made</source>
        <translation>无法建立与工作进程的连接</translation>
    </message>
    <message>
        <source>A proof needs at least %1 steps.</source>
        <translation>验证至少需要 %1 步。</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>Adafactor</source>
        <translation>Adafactor</translation>
    </message>
    <message>
        <source>All nodes with weights are frozen; nothing is left to train. Leave one of them free.</source>
        <translation>所有带权重的节点都已冻结，没有可训练的内容。请至少解冻一个。</translation>
    </message>
    <message>
        <source>Another process has been changing the queue for %1 s.</source>
        <translation>另一个进程已在 %1 秒内持续修改队列。</translation>
    </message>
    <message>
        <source>Averaged weights</source>
        <translation>平均权重</translation>
    </message>
    <message>
        <source>Choose a file or a folder.</source>
        <translation>请选择文件或文件夹。</translation>
    </message>
    <message>
        <source>Choose a file with data in it.</source>
        <translation>请选择含有数据的文件。</translation>
    </message>
    <message>
        <source>Choose a longer text.</source>
        <translation>请选择更长的文本。</translation>
    </message>
    <message>
        <source>Choose a table or another file in it, or a folder with a folder of pictures for each class, with volumes and masks, or with IDX, CIFAR or NumPy files.</source>
        <translation>请选择其中的表格或其他文件，或者选择这样的文件夹：每个类别一个图片文件夹，或含有体数据与掩膜，或含有 IDX、CIFAR 或 NumPy 文件。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择另一个文件夹。</translation>
    </message>
    <message>
        <source>Choose one of its columns.</source>
        <translation>请选择其中一列。</translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation>请从中选择：%1。</translation>
    </message>
    <message>
        <source>Choose the folder that holds a folder of pictures for each class.</source>
        <translation>请选择为每个类别各含一个图片文件夹的文件夹。</translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Columns, rows, slices</source>
        <translation>列、行、切片</translation>
    </message>
    <message>
        <source>Comparing weights, optimizer and losses bit by bit</source>
        <translation>正在逐位比较权重、优化器和损失</translation>
    </message>
    <message>
        <source>Data, device, threads and versions are the same: a layer of the network does not give the same bits twice.</source>
        <translation>数据、设备、线程数和版本都相同：网络中有一层两次计算的结果并非逐位相同。</translation>
    </message>
    <message>
        <source>Decay exponent</source>
        <translation>衰减指数</translation>
    </message>
    <message>
        <source>Detect anomalies</source>
        <translation>检测异常</translation>
    </message>
    <message>
        <source>Deterministic</source>
        <translation>确定性</translation>
    </message>
    <message>
        <source>Different letters</source>
        <translation>不同字符</translation>
    </message>
    <message>
        <source>Distance of voxels in mm</source>
        <translation>体素间距（毫米）</translation>
    </message>
    <message>
        <source>Ended early: the validation loss has not been lower for %1 epochs.</source>
        <translation>提前结束：验证损失已有 %1 轮没有降低。</translation>
    </message>
    <message>
        <source>Epochs without a better validation loss that are put up with.</source>
        <translation>容许验证损失没有改善的轮数。</translation>
    </message>
    <message>
        <source>Epochs without a lower validation loss after which the run ends; 0: it goes through all epochs.</source>
        <translation>验证损失连续这么多轮没有降低后结束运行；0：跑完全部轮次。</translation>
    </message>
    <message>
        <source>Every weight moves by the learning rate along the sign of a mean of the gradients: half of Adam&apos;s memory (Chen 2023).</source>
        <translation>每个权重沿梯度均值的符号移动一个学习率：内存只需 Adam 的一半（Chen 2023）。</translation>
    </message>
    <message>
        <source>Exact resume does not hold: %1 at step %2 is %3 straight and %4 after the resume from step %5.</source>
        <translation>精确续训不成立：第 %2 步的 %1，连续训练为 %3，从第 %5 步续训后为 %4。</translation>
    </message>
    <message>
        <source>Exact resume does not hold: the optimizer&apos;s %1 differs in %2 of %3 numbers, by up to %4.</source>
        <translation>精确续训不成立：优化器的 %1 在 %3 个数中有 %2 个不同，最大相差 %4。</translation>
    </message>
    <message>
        <source>Exact resume does not hold: the random generators are in another state after the resume from step %1.</source>
        <translation>精确续训不成立：从第 %1 步续训后，随机数发生器处于不同的状态。</translation>
    </message>
    <message>
        <source>Exact resume does not hold: the weights %1 differ in %2 of %3 numbers, by up to %4.</source>
        <translation>精确续训不成立：权重 %1 在 %3 个数中有 %2 个不同，最大相差 %4。</translation>
    </message>
    <message>
        <source>Exact resume holds: after %1 steps straight, and after a kill -9 at step %2 and a resume from step %3, weights, optimizer state, random generators and the values of every step are equal to the bit.</source>
        <translation>精确续训成立：连续训练 %1 步，与在第 %2 步被 kill -9 后从第 %3 步续训相比，权重、优化器状态、随机数发生器以及每一步的数值逐位相等。</translation>
    </message>
    <message>
        <source>Exact resume holds: after %1 steps straight, and after a power cut at step %2 that left half a checkpoint, and a resume from step %3, weights, optimizer state, random generators and the values of every step are equal to the bit.</source>
        <translation>精确续训成立：连续训练 %1 步，与在第 %2 步断电（留下半个检查点）后从第 %3 步续训相比，权重、优化器状态、随机数发生器以及每一步的数值逐位相等。</translation>
    </message>
    <message>
        <source>Exact resume holds: after %1 steps straight, and after a stop at step %2 and a resume, weights, optimizer state, random generators and the values of every step are equal to the bit.</source>
        <translation>精确续训成立：连续训练 %1 步，与在第 %2 步停止后续训相比，权重、优化器状态、随机数发生器以及每一步的数值逐位相等。</translation>
    </message>
    <message>
        <source>Files are not read as &quot;%1&quot;.</source>
        <translation>文件不能按“%1”读取。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Frozen layers</source>
        <translation>冻结的层</translation>
    </message>
    <message>
        <source>Give every class a folder of its own.</source>
        <translation>请为每个类别建立单独的文件夹。</translation>
    </message>
    <message>
        <source>Grade A: equal to the bit over %1 steps.</source>
        <translation>A 级：%1 步内逐位相等。</translation>
    </message>
    <message>
        <source>Grade A: the %1 steps that the run repeated after a break came out equal to the bit.</source>
        <translation>A 级：运行中断后重复的 %1 步，结果逐位相等。</translation>
    </message>
    <message>
        <source>Grade B: the numbers part at step %1 and stay within %2 of each other&apos;s size over %3 steps.</source>
        <translation>B 级：数值从第 %1 步起不同，在 %3 步内相对差异不超过 %2。</translation>
    </message>
    <message>
        <source>Grade C: of the %1 steps that the run repeated after a break, step %2 came out differently.</source>
        <translation>C 级：运行中断后重复的 %1 步中，第 %2 步的结果不同。</translation>
    </message>
    <message>
        <source>Grade C: the numbers part at step %1 and come to differ by %2 of their size within %3 steps.</source>
        <translation>C 级：数值从第 %1 步起不同，在 %3 步内相对差异达到 %2。</translation>
    </message>
    <message>
        <source>Gradient norm at most</source>
        <translation>梯度范数上限</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Gradients whose norm over all weights is greater are scaled down to it; 0: they stay as they are.</source>
        <translation>若全部权重上的梯度范数超过此值，则按比例缩小到此值；0：保持不变。</translation>
    </message>
    <message>
        <source>Greatest root mean square of an update before the learning rate.</source>
        <translation>乘以学习率之前，更新量均方根的上限。</translation>
    </message>
    <message>
        <source>Height and width in the middle</source>
        <translation>中位数高度与宽度</translation>
    </message>
    <message>
        <source>It cannot be trained on like this: %1</source>
        <translation>这样无法用于训练：%1</translation>
    </message>
    <message>
        <source>Keeps the squares of the gradients as one number for each row and column: little memory (Shazeer and Stern 2018).</source>
        <translation>梯度平方只按每行每列各保留一个数：占用内存少（Shazeer 与 Stern 2018）。</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Lion</source>
        <translation>Lion</translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation>损失缩放</translation>
    </message>
    <message>
        <source>Loss scale grows after</source>
        <translation>损失缩放增大间隔</translation>
    </message>
    <message>
        <source>Memory at the peak</source>
        <translation>峰值内存</translation>
    </message>
    <message>
        <source>Memory of activations</source>
        <translation>激活值内存</translation>
    </message>
    <message>
        <source>Memory of gradients</source>
        <translation>梯度内存</translation>
    </message>
    <message>
        <source>Memory of parameters</source>
        <translation>参数内存</translation>
    </message>
    <message>
        <source>Memory of the batch</source>
        <translation>批次内存</translation>
    </message>
    <message>
        <source>Memory of the optimizer state</source>
        <translation>优化器状态内存</translation>
    </message>
    <message>
        <source>Memory of workspace</source>
        <translation>工作区内存</translation>
    </message>
    <message>
        <source>Names in the first row</source>
        <translation>首行是列名</translation>
    </message>
    <message>
        <source>Names the layer whose gradients are the first that are not finite; about half as fast.</source>
        <translation>指出梯度最先变为非有限值的层；速度约减半。</translation>
    </message>
    <message>
        <source>No column can be predicted: choose a target.</source>
        <translation>没有可预测的列：请选择目标。</translation>
    </message>
    <message>
        <source>No run of the queue is at work.</source>
        <translation>队列中没有正在训练的运行。</translation>
    </message>
    <message>
        <source>Nodes whose weights stay as they are, such as: conv1, block/conv2.</source>
        <translation>权重保持不变的节点，例如：conv1, block/conv2。</translation>
    </message>
    <message>
        <source>None of the pictures can be read: %1</source>
        <translation>没有一张图片可以读取：%1</translation>
    </message>
    <message>
        <source>Nothing is proven: the resumed training found no checkpoint and began again.</source>
        <translation>未能验证：续训没有找到检查点，从头开始了。</translation>
    </message>
    <message>
        <source>Numbers that the layers compute with. The weights are kept in fp32 whatever is chosen.</source>
        <translation>各层计算所用的数值格式。无论选择什么，权重都以 fp32 保存。</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>单周期</translation>
    </message>
    <message>
        <source>Optimizer state</source>
        <translation>优化器状态</translation>
    </message>
    <message>
        <source>Overflow at step</source>
        <translation>在此步溢出</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Parts of a batch</source>
        <translation>批次份数</translation>
    </message>
    <message>
        <source>Passed over: %1</source>
        <translation>已跳过：%1</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>容忍轮数</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pictures to test with</source>
        <translation>测试图片</translation>
    </message>
    <message>
        <source>Pictures to train on</source>
        <translation>训练图片</translation>
    </message>
    <message>
        <source>Polynomial with warm-up</source>
        <translation>多项式（带预热）</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>幂次</translation>
    </message>
    <message>
        <source>Puts an infinity into the gradients of this step, to see what comes of it; 0: never.</source>
        <translation>在这一步的梯度中放入一个无穷大，以观察其后果；0：从不。</translation>
    </message>
    <message>
        <source>Reduce on plateau</source>
        <translation>停滞时降低</translation>
    </message>
    <message>
        <source>Relative step</source>
        <translation>相对步长</translation>
    </message>
    <message>
        <source>Resumed after the break: step %1 of %2</source>
        <translation>中断后续训：第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Rising share</source>
        <translation>上升占比</translation>
    </message>
    <message>
        <source>Save the sheet as CSV.</source>
        <translation>请把工作表另存为 CSV。</translation>
    </message>
    <message>
        <source>Save them as PNG or JPEG.</source>
        <translation>请把它们保存为 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Share by which the validation loss must be lower to count as better.</source>
        <translation>验证损失至少降低这一比例才算改善。</translation>
    </message>
    <message>
        <source>Share of rising bars</source>
        <translation>上涨 K 线占比</translation>
    </message>
    <message>
        <source>Share of the learning rate at the first step.</source>
        <translation>第一步学习率所占比例。</translation>
    </message>
    <message>
        <source>Share of the running mean in the direction of an update.</source>
        <translation>滑动平均在更新方向中所占比例。</translation>
    </message>
    <message>
        <source>Share of the steps in which the learning rate rises.</source>
        <translation>学习率上升阶段占全部步数的比例。</translation>
    </message>
    <message>
        <source>Skipped updates</source>
        <translation>跳过的更新</translation>
    </message>
    <message>
        <source>Start factor</source>
        <translation>起始系数</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>第 %1 步：%2</translation>
    </message>
    <message>
        <source>Stop early after</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>Stop it with: seekbench-cli queue cancel %1</source>
        <translation>可用 seekbench-cli queue cancel %1 停止它</translation>
    </message>
    <message>
        <source>Stopped at step %1, as asked for at the start, with a checkpoint.</source>
        <translation>按启动时的要求在第 %1 步停止，并已写入检查点。</translation>
    </message>
    <message>
        <source>Subsets</source>
        <translation>子集</translation>
    </message>
    <message>
        <source>Tables (CSV), texts, NumPy arrays, pictures in folders, NIfTI and MetaImage volumes, IDX and CIFAR files are read.</source>
        <translation>可读取表格（CSV）、文本、NumPy 数组、文件夹中的图片、NIfTI 与 MetaImage 体数据、IDX 与 CIFAR 文件。</translation>
    </message>
    <message>
        <source>Take a smaller file, or close other programs.</source>
        <translation>请换用更小的文件，或关闭其他程序。</translation>
    </message>
    <message>
        <source>The array &quot;%1&quot; holds %2 values that are no numbers: fill the gaps before saving it.</source>
        <translation>数组“%1”中有 %2 个值不是数：请在保存前填补空缺。</translation>
    </message>
    <message>
        <source>The backward pass of the loss gave values that are not finite.</source>
        <translation>损失的反向传播产生了非有限值。</translation>
    </message>
    <message>
        <source>The backward pass of the node %1 gave values that are not finite.</source>
        <translation>节点 %1 的反向传播产生了非有限值。</translation>
    </message>
    <message>
        <source>The batch is computed in so many parts, one after the other, whose gradients are added up: less memory, the same update.</source>
        <translation>批次分成这么多份依次计算，梯度相加：内存更少，更新相同。</translation>
    </message>
    <message>
        <source>The class &quot;%1&quot; has %2 rows only: what validates may hold none of it.</source>
        <translation>类别“%1”只有 %2 行：验证集中可能一行也没有。</translation>
    </message>
    <message>
        <source>The class &quot;%1&quot; is among the test pictures only.</source>
        <translation>类别“%1”只出现在测试图片中。</translation>
    </message>
    <message>
        <source>The class &quot;%1&quot; is rare (%2 of %3 rows): accuracy says little; look at balanced accuracy, precision and recall.</source>
        <translation>类别“%1”很少见（%3 行中有 %2 行）：准确率说明不了问题；请看平衡准确率、精确率和召回率。</translation>
    </message>
    <message>
        <source>The close changes by a factor of %1 from one bar to the next: prices that are not adjusted for splits mislead.</source>
        <translation>相邻两根 K 线的收盘价相差 %1 倍：未经复权的价格会产生误导。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; counts the rows: leave it out.</source>
        <translation>列“%1”只是行号：请略去。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; has %2 different words in %3 rows: it names rows rather than telling something about them.</source>
        <translation>列“%1”在 %3 行中有 %2 个不同的词：它是行的名称，而不是行的特征。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; has the same value in every row and says nothing: leave it out.</source>
        <translation>列“%1”每一行的值都相同，没有信息：请略去。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; holds dates, which become no feature; as the time column they put the rows in order.</source>
        <translation>列“%1”是日期，不会成为特征；作为时间列，它决定行的顺序。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; holds free text, which becomes no feature.</source>
        <translation>列“%1”是自由文本，不会成为特征。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; is almost a copy of the target &quot;%2&quot;: if it is not known beforehand, leave it out.</source>
        <translation>列“%1”几乎是目标“%2”的副本：如果它不是事先已知的，请略去。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; is empty: leave it out.</source>
        <translation>列“%1”是空的：请略去。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; lacks %2 of %3 values.</source>
        <translation>列“%1”在 %3 个值中缺少 %2 个。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; tells the target &quot;%2&quot; in every row that was compared: if it is not known beforehand, leave it out.</source>
        <translation>在比较过的每一行中，列“%1”都能确定目标“%2”：如果它不是事先已知的，请略去。</translation>
    </message>
    <message>
        <source>The data has changed between the two.</source>
        <translation>两次之间数据已改变。</translation>
    </message>
    <message>
        <source>The data have changed since attempt %1 of this run; the numbers may differ.</source>
        <translation>自本运行第 %1 次尝试以来数据已改变；数值可能不同。</translation>
    </message>
    <message>
        <source>The experiment has %1 steps; a proof needs at least %2.</source>
        <translation>实验共有 %1 步；验证至少需要 %2 步。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be &quot;fp32&quot;, &quot;bf16&quot; or &quot;fp16&quot;; it is &quot;%2&quot;.</source>
        <translation>字段“%1”必须是“fp32”、“bf16”或“fp16”；现在是“%2”。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>无法读取该文件。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>The first gradient that is not finite is that of the parameter %1 of the node %2.</source>
        <translation>最先变为非有限值的是节点 %2 的参数 %1 的梯度。</translation>
    </message>
    <message>
        <source>The first values that are not finite are the output of the node %1.</source>
        <translation>最先变为非有限值的是节点 %1 的输出。</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; holds no pictures.</source>
        <translation>文件夹“%1”中没有图片。</translation>
    </message>
    <message>
        <source>The folder holds no data of a kind that is read.</source>
        <translation>文件夹中没有可读取的数据。</translation>
    </message>
    <message>
        <source>The largest class has %1 pictures and the smallest %2: accuracy says little; look at balanced accuracy.</source>
        <translation>最大的类别有 %1 张图片，最小的有 %2 张：准确率说明不了问题；请看平衡准确率。</translation>
    </message>
    <message>
        <source>The learning rate is multiplied by a factor when the validation loss has stopped falling.</source>
        <translation>当验证损失不再下降时，学习率乘以一个系数。</translation>
    </message>
    <message>
        <source>The learning rate rises from a small start to its full height and falls far below the start (Smith 2018).</source>
        <translation>学习率从较小的起点升到最高，再降到远低于起点（Smith 2018）。</translation>
    </message>
    <message>
        <source>The learning rate rises linearly, then falls as a power of the share of the steps that is left; power 1: a straight line.</source>
        <translation>学习率先线性上升，再按剩余步数比例的幂下降；幂次为 1 时是直线。</translation>
    </message>
    <message>
        <source>The loss &quot;%1&quot; is not a mean over the samples, so the parts do not add up to the update of the whole batch. Use a single part where that matters.</source>
        <translation>损失“%1”不是样本的平均值，因此各份之和并不等于整个批次的更新。在意这一点时请只用一份。</translation>
    </message>
    <message>
        <source>The mask %1 marks nothing.</source>
        <translation>掩膜 %1 没有标出任何内容。</translation>
    </message>
    <message>
        <source>The memory of the layers does not add up to the peak.</source>
        <translation>各层内存之和与峰值不符。</translation>
    </message>
    <message>
        <source>The numbers of the column &quot;%1&quot; alone part the classes of &quot;%2&quot; without a mistake: check that they are known beforehand.</source>
        <translation>仅凭列“%1”的数值就能无误地区分“%2”的类别：请确认它们是事先已知的。</translation>
    </message>
    <message>
        <source>The outputs of the model are finite, but its loss is not.</source>
        <translation>模型的输出是有限值，但损失不是。</translation>
    </message>
    <message>
        <source>The overflow is for fp16, which this experiment does not use; it has no effect.</source>
        <translation>溢出设置只对 fp16 有效，而本实验没有使用 fp16；它不起作用。</translation>
    </message>
    <message>
        <source>The power cut could not be simulated at %1</source>
        <translation>无法在 %1 模拟断电</translation>
    </message>
    <message>
        <source>The processor only imitates fp16: it computes in fp32 and rounds what goes from layer to layer, there and back. That shows what fp16 does to the numbers, but it is slower than fp32 and saves no memory.</source>
        <translation>处理器只是模拟 fp16：以 fp32 计算，并对层与层之间往返传递的数值取整。这能显示 fp16 对数值的影响，但比 fp32 更慢，也不节省内存。</translation>
    </message>
    <message>
        <source>The rows have dates. Without a time column they are held out at random, and the model learns from the future of what validates: choose the time column.</source>
        <translation>各行带有日期。没有时间列时会随机留出，模型就会从验证数据的未来中学习：请选择时间列。</translation>
    </message>
    <message>
        <source>The run %1 is being trained, so it has no place to wait in.</source>
        <translation>运行 %1 正在训练，因此在队列中没有等待位置。</translation>
    </message>
    <message>
        <source>The run ends after %1 epochs without a better validation loss, before the schedule lowers the learning rate. Let the run wait longer than the schedule.</source>
        <translation>运行会在验证损失 %1 轮没有改善后结束，早于调度降低学习率。请让运行的等待时间长于调度。</translation>
    </message>
    <message>
        <source>The run has repeated no step; run it again to compare.</source>
        <translation>该运行没有重复过任何一步；请再运行一次以便比较。</translation>
    </message>
    <message>
        <source>The run writes the file anew when it goes on.</source>
        <translation>运行继续时会重新写入该文件。</translation>
    </message>
    <message>
        <source>The running mean of the squares forgets less and less: its decay at update t is 1 − t to minus this.</source>
        <translation>平方的滑动平均遗忘得越来越少：第 t 次更新的衰减为 1 − t 的负此值次方。</translation>
    </message>
    <message>
        <source>The setting &quot;%1&quot; cannot be &quot;%2&quot;. %3</source>
        <translation>设置“%1”不能是“%2”。%3</translation>
    </message>
    <message>
        <source>The step is a share of the weights&apos; own size and falls as 1/√t where that is less than the learning rate.</source>
        <translation>步长是权重自身大小的一个比例，并在小于学习率时按 1/√t 下降。</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; has a single value: there is nothing to learn.</source>
        <translation>目标“%1”只有一个值：没有可学的内容。</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; holds neither numbers nor words: choose another.</source>
        <translation>目标“%1”既不是数也不是词：请另选一个。</translation>
    </message>
    <message>
        <source>The text has %1 letters.</source>
        <translation>文本有 %1 个字符。</translation>
    </message>
    <message>
        <source>The text is short: a model will know it by heart.</source>
        <translation>文本很短：模型会把它背下来。</translation>
    </message>
    <message>
        <source>The training ended at step %1 instead of %2.</source>
        <translation>训练在第 %1 步而不是第 %2 步结束。</translation>
    </message>
    <message>
        <source>The training failed: %1</source>
        <translation>训练失败：%1</translation>
    </message>
    <message>
        <source>The training that was broken has left no checkpoint.</source>
        <translation>被中断的训练没有留下检查点。</translation>
    </message>
    <message>
        <source>The two runs are of different experiments, so there is nothing to grade.</source>
        <translation>两次运行属于不同的实验，因此无法评级。</translation>
    </message>
    <message>
        <source>The two runs have no step in common yet.</source>
        <translation>两次运行还没有共同的步。</translation>
    </message>
    <message>
        <source>The update of step %1 was skipped, because gradients times the loss scale of %2 are too large for fp16; the scale halves. That is usual at the start.</source>
        <translation>第 %1 步的更新被跳过，因为梯度乘以损失缩放 %2 后超出 fp16 的范围；缩放减半。开始时这很常见。</translation>
    </message>
    <message>
        <source>The updates are skipped although the loss is no longer scaled up: the gradients themselves do not fit fp16. Use bf16 or fp32, or a smaller learning rate.</source>
        <translation>损失已不再放大，更新仍被跳过：梯度本身就超出 fp16 的范围。请使用 bf16 或 fp32，或更小的学习率。</translation>
    </message>
    <message>
        <source>The validation loss has stopped falling: from step %1 on the learning rate is %2.</source>
        <translation>验证损失不再下降：从第 %1 步起学习率为 %2。</translation>
    </message>
    <message>
        <source>The worker could not be given the run %1</source>
        <translation>无法把运行 %1 交给工作进程</translation>
    </message>
    <message>
        <source>There are more than %1 different letters: choose bytes as the level.</source>
        <translation>不同的字符超过 %1 个：请选择按字节。</translation>
    </message>
    <message>
        <source>There are no masks beside it: choose a file or folder of masks on the same grid.</source>
        <translation>旁边没有掩膜：请选择同一网格上的掩膜文件或文件夹。</translation>
    </message>
    <message>
        <source>There is no file of training images beside it, such as train-images-idx3-ubyte.</source>
        <translation>旁边没有训练图像文件，例如 train-images-idx3-ubyte。</translation>
    </message>
    <message>
        <source>There is no file or folder %1.</source>
        <translation>没有文件或文件夹 %1。</translation>
    </message>
    <message>
        <source>There is no node &quot;%1&quot; to freeze. Name a node of the graph.</source>
        <translation>没有可冻结的节点“%1”。请写出图中的一个节点。</translation>
    </message>
    <message>
        <source>There is not enough memory for it.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>There was not enough memory (%1). A training step was forecast to need about %2 at batch size %3.</source>
        <translation>内存不足（%1）。预计批大小为 %3 时一个训练步约需 %2。</translation>
    </message>
    <message>
        <source>They were computed by different versions: %1 and %2. Nobody promises the same bits across versions.</source>
        <translation>它们由不同版本计算：%1 和 %2。没有人保证跨版本逐位相同。</translation>
    </message>
    <message>
        <source>They were computed on different computers: %1 and %2. Libraries choose their code by the processor.</source>
        <translation>它们在不同的计算机上计算：%1 和 %2。库会按处理器选择代码。</translation>
    </message>
    <message>
        <source>They were computed on different devices: %1 and %2. Each adds up in an order of its own.</source>
        <translation>它们在不同的设备上计算：%1 和 %2。每种设备的求和次序不同。</translation>
    </message>
    <message>
        <source>They were computed with different numbers of threads: %1 and %2. The order of additions depends on it.</source>
        <translation>它们使用不同的线程数计算：%1 和 %2。加法的次序取决于线程数。</translation>
    </message>
    <message>
        <source>This is %1, which is not read.</source>
        <translation>这是%1，无法读取。</translation>
    </message>
    <message>
        <source>This is a single picture.</source>
        <translation>这只是一张图片。</translation>
    </message>
    <message>
        <source>This is a tar archive.</source>
        <translation>这是 tar 归档文件。</translation>
    </message>
    <message>
        <source>This is a workbook of a spreadsheet program.</source>
        <translation>这是电子表格程序的工作簿。</translation>
    </message>
    <message>
        <source>This is a zip archive.</source>
        <translation>这是 zip 压缩文件。</translation>
    </message>
    <message>
        <source>This is no file and no folder.</source>
        <translation>这既不是文件也不是文件夹。</translation>
    </message>
    <message>
        <source>This is no file of a kind that is read: %1</source>
        <translation>这不是可读取的文件类型：%1</translation>
    </message>
    <message>
        <source>This processor has no instructions for bf16 (AVX512_BF16): it is computed all the same, but slower than fp32.</source>
        <translation>该处理器没有 bf16 指令（AVX512_BF16）：仍可计算，但比 fp32 慢。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Training needs about %1 of memory at batch size %2, and %3 are free now. Close other programs, or use a smaller batch.</source>
        <translation>批大小为 %2 时训练约需 %1 内存，而现在空闲 %3。请关闭其他程序，或使用更小的批次。</translation>
    </message>
    <message>
        <source>Training needs about %1 of memory at batch size %2, and this machine has %3. Use a smaller batch, or compute it in parts (accumulation), or in 16 bits (bf16).</source>
        <translation>批大小为 %2 时训练约需 %1 内存，而本机只有 %3。请使用更小的批次，或分份计算（累积），或使用 16 位（bf16）。</translation>
    </message>
    <message>
        <source>Training needs about %1 of memory at batch size %2, nearly all that this machine has (%3). A smaller batch, or one computed in parts (accumulation), leaves room for other programs.</source>
        <translation>批大小为 %2 时训练约需 %1 内存，几乎是本机的全部（%3）。更小的批次，或分份计算（累积），可为其他程序留出空间。</translation>
    </message>
    <message>
        <source>Training needs about %1 of memory, %2 of it for the weights and what is kept of each, and this machine has %3. Use a smaller model, or an optimizer that keeps less.</source>
        <translation>训练约需 %1 内存，其中 %2 用于权重及其附带的状态，而本机只有 %3。请使用更小的模型，或保存状态更少的优化器。</translation>
    </message>
    <message>
        <source>Training once more, up to the break: step %1 of %2</source>
        <translation>再次训练，直到中断：第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Training straight: step %1 of %2</source>
        <translation>连续训练：第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>Unpack it and choose the folder.</source>
        <translation>请解压后选择该文件夹。</translation>
    </message>
    <message>
        <source>Unpack it and choose what is in it.</source>
        <translation>请解压后选择其中的内容。</translation>
    </message>
    <message>
        <source>Use a smaller learning rate, clip the gradients, or look at that layer; then start a new run.</source>
        <translation>请使用更小的学习率、裁剪梯度，或检查该层；然后开始新的运行。</translation>
    </message>
    <message>
        <source>Use more samples, more epochs or a smaller batch size.</source>
        <translation>请使用更多样本、更多轮次或更小的批大小。</translation>
    </message>
    <message>
        <source>Uses only operators that give the same bits each time, and refuses where there is none; sometimes slower.</source>
        <translation>只使用每次结果逐位相同的算子，没有时拒绝运行；有时较慢。</translation>
    </message>
    <message>
        <source>Validation uses a running mean of the weights that keeps this share at each update, such as 0.999; 0: the weights themselves.</source>
        <translation>验证使用权重的滑动平均，每次更新保留此比例，例如 0.999；0：直接使用权重。</translation>
    </message>
    <message>
        <source>Waiting for data</source>
        <translation>等待数据</translation>
    </message>
    <message>
        <source>With fp16: the loss is multiplied by this at the start, so that small gradients do not become zero.</source>
        <translation>使用 fp16 时：开始时损失乘以此值，使小梯度不会变成零。</translation>
    </message>
    <message>
        <source>With fp16: updates without an overflow after which the loss scale doubles; an overflow halves it at once.</source>
        <translation>使用 fp16 时：连续这么多次更新没有溢出后损失缩放加倍；一旦溢出立即减半。</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>looking at %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>reading the memory of the layers</source>
        <translation>读取各层内存</translation>
    </message>
    <message>
        <source>setting &quot;%1&quot;</source>
        <translation>设置“%1”</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>次更新</translation>
    </message>
    <message>
        <source>writing the memory of the layers</source>
        <translation>写入各层内存</translation>
    </message>
    <message>
        <source>Values are missing in some columns (%1): the mean of the training rows takes their place, and a feature of its own says so.</source>
        <translation>某些列（%1）有缺失值：以训练行的均值代替，并用单独的特征标明。</translation>
    </message>
    <message>
        <source>%1 is not a profile of Seekbench.</source>
        <translation>%1 不是 Seekbench 的性能分析文件。</translation>
    </message>
    <message>
        <source>%1 is not a trace in Chrome&apos;s JSON format.</source>
        <translation>%1 不是 Chrome JSON 格式的跟踪文件。</translation>
    </message>
    <message>
        <source>%1 steps cannot be profiled: it takes 1 to %2.</source>
        <translation>不能分析 %1 步：可分析 1 到 %2 步。</translation>
    </message>
    <message>
        <source>A profile of this run is being taken already.</source>
        <translation>该运行正在进行性能分析。</translation>
    </message>
    <message>
        <source>Adafactor needs weights in rows and columns, and its weights lie in blocks</source>
        <translation>Adafactor 需要按行列排列的权重，而它的权重按块存放</translation>
    </message>
    <message>
        <source>An embedding of %1 vectors was asked for number %2.</source>
        <translation>向含 %1 个向量的嵌入请求了第 %2 号。</translation>
    </message>
    <message>
        <source>Ask again when it is complete.</source>
        <translation>等它完成后再试。</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>Between operators</source>
        <translation>算子之间</translation>
    </message>
    <message>
        <source>Between steps</source>
        <translation>步与步之间</translation>
    </message>
    <message>
        <source>Bookkeeping</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Check that it is a trace.</source>
        <translation>请确认它是跟踪文件。</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Choose a file that begins with a list of events or has the field &quot;traceEvents&quot;.</source>
        <translation>请选择以事件列表开头或含有字段 &quot;traceEvents&quot; 的文件。</translation>
    </message>
    <message>
        <source>Choose a shorter span.</source>
        <translation>请选择更短的时间段。</translation>
    </message>
    <message>
        <source>Choose the reference engine.</source>
        <translation>请选择参考引擎。</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>通信</translation>
    </message>
    <message>
        <source>Copying data</source>
        <translation>复制数据</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>变快</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>Go on with the other engine, which computes slightly other numbers: seekbench-cli resume RUN --engine reference</source>
        <translation>用另一个引擎继续（数值会略有不同）：seekbench-cli resume RUN --engine reference</translation>
    </message>
    <message>
        <source>Host too slow</source>
        <translation>主机太慢</translation>
    </message>
    <message>
        <source>Import it into a profile first: seekbench-cli profile import FILE</source>
        <translation>请先导入为性能分析：seekbench-cli profile import FILE</translation>
    </message>
    <message>
        <source>Import profiles of other programs with: seekbench-cli profile import FILE</source>
        <translation>导入其他程序的性能分析：seekbench-cli profile import FILE</translation>
    </message>
    <message>
        <source>Launch latency</source>
        <translation>启动延迟</translation>
    </message>
    <message>
        <source>No change beyond the noise</source>
        <translation>没有超出噪声的变化</translation>
    </message>
    <message>
        <source>No phase</source>
        <translation>无阶段</translation>
    </message>
    <message>
        <source>Only in the first profile</source>
        <translation>只在第一份中</translation>
    </message>
    <message>
        <source>Only in the second profile</source>
        <translation>只在第二份中</translation>
    </message>
    <message>
        <source>Profile fewer steps.</source>
        <translation>请分析更少的步数。</translation>
    </message>
    <message>
        <source>Profile some of its steps first.</source>
        <translation>请先分析它的若干步。</translation>
    </message>
    <message>
        <source>Profile the run again.</source>
        <translation>请重新分析该运行。</translation>
    </message>
    <message>
        <source>Profiled the steps %1 to %2: %3 slices in traces/%4.</source>
        <translation>已分析第 %1 到 %2 步：%3 个片段，位于 traces/%4。</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>变慢</translation>
    </message>
    <message>
        <source>Steps are being profiled: %1 from the next one on.</source>
        <translation>正在分析：从下一步起共 %1 步。</translation>
    </message>
    <message>
        <source>The compiled engine cannot train this experiment: %1.</source>
        <translation>编译引擎不能训练该实验：%1。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be &quot;auto&quot;, &quot;reference&quot; or &quot;compiled&quot;; it is &quot;%2&quot;.</source>
        <translation>字段 &quot;%1&quot; 必须是 &quot;auto&quot;、&quot;reference&quot; 或 &quot;compiled&quot;；现在是 &quot;%2&quot;。</translation>
    </message>
    <message>
        <source>The file %1 could not be opened.</source>
        <translation>无法打开文件 %1。</translation>
    </message>
    <message>
        <source>The file %1 has an entry of more than %2 MB.</source>
        <translation>文件 %1 中有一项超过 %2 MB。</translation>
    </message>
    <message>
        <source>The file %1 has more than %2 events.</source>
        <translation>文件 %1 的事件超过 %2 个。</translation>
    </message>
    <message>
        <source>The file %1 is damaged.</source>
        <translation>文件 %1 已损坏。</translation>
    </message>
    <message>
        <source>The first bytes of the profile %1 are damaged.</source>
        <translation>性能分析 %1 的开头已损坏。</translation>
    </message>
    <message>
        <source>The import of %1 was stopped.</source>
        <translation>%1 的导入已停止。</translation>
    </message>
    <message>
        <source>The node %1 (%2) has no compiled kernel: %3.</source>
        <translation>节点 %1（%2）没有编译内核：%3。</translation>
    </message>
    <message>
        <source>The plan has no weight %1.</source>
        <translation>计划中没有权重 %1。</translation>
    </message>
    <message>
        <source>The profile %1 has %2 slices in this span; at most %3 are read at once.</source>
        <translation>性能分析 %1 在这段时间内有 %2 个片段；一次最多读取 %3 个。</translation>
    </message>
    <message>
        <source>The profile %1 has more than %2 points, arrows and steps.</source>
        <translation>性能分析 %1 的点、箭头和步超过 %2 个。</translation>
    </message>
    <message>
        <source>The profile %1 has not been begun yet.</source>
        <translation>性能分析 %1 尚未开始。</translation>
    </message>
    <message>
        <source>The profile %1 has version %2; this Seekbench reads versions up to %3.</source>
        <translation>性能分析 %1 的版本是 %2；此 Seekbench 最高支持版本 %3。</translation>
    </message>
    <message>
        <source>The reference engine computes. %1</source>
        <translation>由参考引擎计算。%1</translation>
    </message>
    <message>
        <source>The run %1 has no profile.</source>
        <translation>运行 %1 没有性能分析。</translation>
    </message>
    <message>
        <source>The run is being profiled already.</source>
        <translation>该运行正在被分析。</translation>
    </message>
    <message>
        <source>The run was begun with the compiled engine, and here it cannot go on: %1</source>
        <translation>该运行以编译引擎开始，而在这里无法继续：%1</translation>
    </message>
    <message>
        <source>The steps could not be profiled: %1</source>
        <translation>无法分析这些步：%1</translation>
    </message>
    <message>
        <source>This run cannot be profiled.</source>
        <translation>该运行不能进行性能分析。</translation>
    </message>
    <message>
        <source>Too few steps to tell</source>
        <translation>步数太少，无法判断</translation>
    </message>
    <message>
        <source>Wait until something has been profiled.</source>
        <translation>请等到已有内容被分析。</translation>
    </message>
    <message>
        <source>Wait until that profile is complete.</source>
        <translation>请等到那次分析完成。</translation>
    </message>
    <message>
        <source>Waiting for another stream</source>
        <translation>等待另一个流</translation>
    </message>
    <message>
        <source>Writing a checkpoint</source>
        <translation>正在写检查点</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a profile: it needs 1 to %2 bytes.</source>
        <translation>&quot;%1&quot; 不能作为性能分析的名称：需要 1 到 %2 字节。</translation>
    </message>
    <message>
        <source>beginning the profile %1</source>
        <translation>开始性能分析 %1</translation>
    </message>
    <message>
        <source>compiling the model</source>
        <translation>编译模型</translation>
    </message>
    <message>
        <source>exporting to %1</source>
        <translation>导出到 %1</translation>
    </message>
    <message>
        <source>it computes in fp32 only</source>
        <translation>它只用 fp32 计算</translation>
    </message>
    <message>
        <source>it computes on the processor only</source>
        <translation>它只在处理器上计算</translation>
    </message>
    <message>
        <source>it computes real numbers only</source>
        <translation>它只计算实数</translation>
    </message>
    <message>
        <source>it drops everything</source>
        <translation>它丢弃全部数值</translation>
    </message>
    <message>
        <source>it drops numbers between its layers</source>
        <translation>它在层间做 dropout</translation>
    </message>
    <message>
        <source>it has no frozen layers</source>
        <translation>它不支持冻结层</translation>
    </message>
    <message>
        <source>it has no weights</source>
        <translation>它没有权重</translation>
    </message>
    <message>
        <source>it made no output</source>
        <translation>它没有输出</translation>
    </message>
    <message>
        <source>it pads with other values than a constant</source>
        <translation>它用常数以外的值填充</translation>
    </message>
    <message>
        <source>it pads with other values than zeros</source>
        <translation>它用零以外的值填充</translation>
    </message>
    <message>
        <source>it takes away where it should add</source>
        <translation>它在应当添加处裁去</translation>
    </message>
    <message>
        <source>its beta is not 1</source>
        <translation>它的 beta 不是 1</translation>
    </message>
    <message>
        <source>its input has no whole numbers</source>
        <translation>它的输入不是整数</translation>
    </message>
    <message>
        <source>its input is a picture; put a Flatten before it</source>
        <translation>它的输入是图像；请在前面放一个 Flatten</translation>
    </message>
    <message>
        <source>its input lies in a way that it does not know</source>
        <translation>它的输入以未知的方式存放</translation>
    </message>
    <message>
        <source>its mask is learned</source>
        <translation>它的掩码是可学习的</translation>
    </message>
    <message>
        <source>its output %1 is used</source>
        <translation>它的输出 %1 被使用</translation>
    </message>
    <message>
        <source>its threshold is below %1</source>
        <translation>它的阈值小于 %1</translation>
    </message>
    <message>
        <source>its vectors do not lie along the last dimension</source>
        <translation>它的向量不沿最后一维</translation>
    </message>
    <message>
        <source>listing the profiles of the run %1</source>
        <translation>列出运行 %1 的性能分析</translation>
    </message>
    <message>
        <source>nobody has written one yet</source>
        <translation>尚未编写</translation>
    </message>
    <message>
        <source>oneDNN cannot compute this model: %1.</source>
        <translation>oneDNN 不能计算该模型：%1。</translation>
    </message>
    <message>
        <source>oneDNN has no fast way for this shape</source>
        <translation>oneDNN 对该形状没有快速算法</translation>
    </message>
    <message>
        <source>reading the profile %1</source>
        <translation>读取性能分析 %1</translation>
    </message>
    <message>
        <source>reading the profile %1 of the run %2</source>
        <translation>读取运行 %2 的性能分析 %1</translation>
    </message>
    <message>
        <source>recording the profiles of the run %1</source>
        <translation>记录运行 %1 的性能分析</translation>
    </message>
    <message>
        <source>reference: LibTorch with autograd. compiled: a plan of fused kernels, faster, on the processor. auto: the plan where there is a kernel for every layer.</source>
        <translation>reference：LibTorch 加自动求导。compiled：融合内核组成的计划，更快，仅在处理器上。auto：每一层都有内核时用计划。</translation>
    </message>
    <message>
        <source>writing the profile %1</source>
        <translation>写入性能分析 %1</translation>
    </message>
    <message>
        <source>This build of Seekbench has no compiled engine.</source>
        <translation>此 Seekbench 构建没有编译引擎。</translation>
    </message>
    <message>
        <source>Say which engine shall go on: seekbench-cli resume RUN --engine reference</source>
        <translation>请说明由哪个引擎继续：seekbench-cli resume RUN --engine reference</translation>
    </message>
    <message>
        <source>%1 % of a step, %2 ms, goes into metrics, the journal and what else lies around the training itself.</source>
        <translation>每步有 %1 %（%2 毫秒）用于指标、日志以及训练之外的其他事情。</translation>
    </message>
    <message>
        <source>%1 % of the time goes into layers that the speed of arithmetic bounds, in fp32; this machine multiplies matrices %2 times as fast in bf16.</source>
        <translation>%1 % 的时间用在受计算速度限制的层上，精度为 fp32；这台机器用 bf16 做矩阵乘法的速度是 %2 倍。</translation>
    </message>
    <message>
        <source>%1 % of the time the weights are copied for checkpoints.</source>
        <translation>%1 % 的时间在为检查点复制权重。</translation>
    </message>
    <message>
        <source>%1 %2 records were lost, because they came too fast.</source>
        <translation>%1 来得太快，丢失了 %2 条记录。</translation>
    </message>
    <message>
        <source>%1 calls in each step take less than %2 µs; together they are %3 % of its time, most of it calling.</source>
        <translation>每步有 %1 次调用不到 %2 微秒；合起来占 %3 % 的时间，大部分花在调用本身。</translation>
    </message>
    <message>
        <source>%1 could not be made: %2.</source>
        <translation>无法创建 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is not the file of a flight recorder.</source>
        <translation>%1 不是飞行记录器的文件。</translation>
    </message>
    <message>
        <source>A step</source>
        <translation>一步</translation>
    </message>
    <message>
        <source>A step takes %1 ms; waking %2 threads for each of its operators may cost more than they do.</source>
        <translation>一步只需 %1 毫秒；为每个算子唤醒 %2 个线程，代价可能超过收益。</translation>
    </message>
    <message>
        <source>Another run of this process has the flight recorder.</source>
        <translation>本进程的另一个运行正在使用飞行记录器。</translation>
    </message>
    <message>
        <source>Begin with this layer: another size, kernel or position in the network may fit the machine better.</source>
        <translation>从这一层开始：换一种尺寸、内核或在网络中的位置，可能更适合这台机器。</translation>
    </message>
    <message>
        <source>Calls in a step</source>
        <translation>每步调用次数</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Choose one that names a setting.</source>
        <translation>请选择带有设置的一条。</translation>
    </message>
    <message>
        <source>Compute in bf16. The weights stay in fp32; check that the loss falls as before.</source>
        <translation>用 bf16 计算。权重仍为 fp32；请确认损失像之前一样下降。</translation>
    </message>
    <message>
        <source>Compute with all cores.</source>
        <translation>用全部核心计算。</translation>
    </message>
    <message>
        <source>Compute with one thread.</source>
        <translation>用一个线程计算。</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心数</translation>
    </message>
    <message>
        <source>Every layer&apos;s gradients are looked at for numbers that are not finite, which takes about as long as the training itself.</source>
        <translation>每一层的梯度都在检查是否有非有限值，所需时间与训练本身相当。</translation>
    </message>
    <message>
        <source>For %1 % of a step nobody says what is done.</source>
        <translation>每步有 %1 % 的时间没有说明在做什么。</translation>
    </message>
    <message>
        <source>Forward and backward</source>
        <translation>前向与反向</translation>
    </message>
    <message>
        <source>Forward, loss, backward, update</source>
        <translation>前向、损失、反向、更新</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>空隙</translation>
    </message>
    <message>
        <source>Give each call more to do with a larger batch. The learning rate may have to grow with it.</source>
        <translation>用更大的批量让每次调用做更多的事。学习率可能要随之增大。</translation>
    </message>
    <message>
        <source>Give each step more to do with a larger batch.</source>
        <translation>用更大的批量让每一步做更多的事。</translation>
    </message>
    <message>
        <source>Hold out fewer samples, or let an epoch have more training samples: it is validated once an epoch.</source>
        <translation>减少验证样本，或让一轮包含更多训练样本：每轮验证一次。</translation>
    </message>
    <message>
        <source>In layers bound by arithmetic</source>
        <translation>在受计算限制的层中</translation>
    </message>
    <message>
        <source>It is %1 times as fast with the change (95 % confidence: %2 to %3; %4 pairs of trainings, %5 to %6).</source>
        <translation>改动后的速度是 %1 倍（95 % 置信：%2 至 %3；%4 对训练，%5 至 %6）。</translation>
    </message>
    <message>
        <source>It is slower with the change: %1 times as fast (95 % confidence: %2 to %3; %4 pairs of trainings, %5 to %6).</source>
        <translation>改动后更慢：速度是 %1 倍（95 % 置信：%2 至 %3；%4 对训练，%5 至 %6）。</translation>
    </message>
    <message>
        <source>It is written anew when the run goes on; a profile can be taken then.</source>
        <translation>运行继续时会重新写入；那时可以进行性能分析。</translation>
    </message>
    <message>
        <source>Leave a core to the loader&apos;s own thread by computing with one thread less; or make the samples cheaper: fewer augmentations, smaller pictures.</source>
        <translation>少用一个计算线程，把一个核心留给加载线程；或让样本更省：更少的增强、更小的图片。</translation>
    </message>
    <message>
        <source>Leave out metrics that you do not look at: each is computed on every batch.</source>
        <translation>去掉不看的指标：每个指标都在每个批次上计算。</translation>
    </message>
    <message>
        <source>Let the compiled engine compute: it fuses layers and plans its memory beforehand.</source>
        <translation>改由编译引擎计算：它融合各层，并预先规划内存。</translation>
    </message>
    <message>
        <source>Look at the free space and the permissions of its folder.</source>
        <translation>请检查其文件夹的剩余空间和权限。</translation>
    </message>
    <message>
        <source>Lost in a step</source>
        <translation>每步损失的时间</translation>
    </message>
    <message>
        <source>Make the samples cheaper: fewer or simpler augmentations, smaller pictures, a dataset on a faster disk.</source>
        <translation>让样本更省：更少或更简单的增强、更小的图片、放在更快磁盘上的数据集。</translation>
    </message>
    <message>
        <source>Name a run, or its file &quot;flight&quot;.</source>
        <translation>请指定一个运行，或它的文件“flight”。</translation>
    </message>
    <message>
        <source>No gain can be told from the noise: %1 times as fast (95 % confidence: %2 to %3; %4 pairs of trainings, %5 to %6).</source>
        <translation>看不出超过噪声的收益：速度是 %1 倍（95 % 置信：%2 至 %3；%4 对训练，%5 至 %6）。</translation>
    </message>
    <message>
        <source>Of the ceiling</source>
        <translation>占上限</translation>
    </message>
    <message>
        <source>One step in %1 cannot be profiled: it takes 1 to %2.</source>
        <translation>不能每 %1 步分析一步：取值为 1 至 %2。</translation>
    </message>
    <message>
        <source>One thread computes for %1 ms of a step, and the machine has %2 cores.</source>
        <translation>每步有 %1 毫秒由一个线程计算，而这台机器有 %2 个核心。</translation>
    </message>
    <message>
        <source>Profile some of its steps first, or see what its flight recorder has with: seekbench-cli profile show %1 --flight</source>
        <translation>请先分析它的若干步，或查看它的飞行记录器：seekbench-cli profile show %1 --flight</translation>
    </message>
    <message>
        <source>Profiled %1 of the steps %2 to %3, one in %4: %5 slices in traces/%6.</source>
        <translation>分析了第 %2 至 %3 步中的 %1 步，每 %4 步一步：traces/%6 中有 %5 个片段。</translation>
    </message>
    <message>
        <source>See the list by gap: seekbench-cli profile show --by gap</source>
        <translation>按空隙列出：seekbench-cli profile show --by gap</translation>
    </message>
    <message>
        <source>Steps are being profiled: %1 from the next one on, one in %2.</source>
        <translation>正在分析：从下一步起共 %1 步，每 %2 步一步。</translation>
    </message>
    <message>
        <source>Switch the search for anomalies off until you need it.</source>
        <translation>在需要之前关闭异常检测。</translation>
    </message>
    <message>
        <source>The flight recorder&apos;s file %1 has version %2; this Seekbench reads versions up to %3.</source>
        <translation>飞行记录器文件 %1 的版本是 %2；此 Seekbench 最高能读版本 %3。</translation>
    </message>
    <message>
        <source>The flight recorder&apos;s file %1 is damaged.</source>
        <translation>飞行记录器文件 %1 已损坏。</translation>
    </message>
    <message>
        <source>The layer %1 (%2, %3) takes %4 ms of a step more than this machine needs for its work; it reaches %5 % of the measured ceiling.</source>
        <translation>层 %1（%2，%3）每步比这台机器完成其工作所需多用 %4 毫秒；达到实测上限的 %5 %。</translation>
    </message>
    <message>
        <source>The names of the model&apos;s layers are too long for a flight recorder.</source>
        <translation>模型的层名太长，飞行记录器放不下。</translation>
    </message>
    <message>
        <source>The reference engine computes: %1 % of a step goes through LibTorch&apos;s autograd, operator by operator.</source>
        <translation>由参考引擎计算：每步有 %1 % 逐个算子地经过 LibTorch 的自动求导。</translation>
    </message>
    <message>
        <source>The trainer waits for data %1 % of the time: %2 ms of a step&apos;s %3 ms.</source>
        <translation>训练有 %1 % 的时间在等待数据：一步 %3 毫秒中的 %2 毫秒。</translation>
    </message>
    <message>
        <source>The trial ended before its %1 steps were done.</source>
        <translation>试验在完成 %1 步之前就结束了。</translation>
    </message>
    <message>
        <source>The trial failed: %1</source>
        <translation>试验失败：%1</translation>
    </message>
    <message>
        <source>The update of the weights takes %1 % of a step, %2 ms, whatever the size of the batch.</source>
        <translation>更新权重占每步的 %1 %（%2 毫秒），与批量大小无关。</translation>
    </message>
    <message>
        <source>The worker answered something else than a plan.</source>
        <translation>工作进程的回答不是计划。</translation>
    </message>
    <message>
        <source>Their time</source>
        <translation>它们的时间</translation>
    </message>
    <message>
        <source>There is no flight recorder: %1</source>
        <translation>没有飞行记录器：%1</translation>
    </message>
    <message>
        <source>There is no setting to try for this advice.</source>
        <translation>这条建议没有可以试的设置。</translation>
    </message>
    <message>
        <source>Try fewer steps.</source>
        <translation>请试更少的步数。</translation>
    </message>
    <message>
        <source>Update less often with a larger batch. The learning rate may have to grow with it.</source>
        <translation>用更大的批量来减少更新次数。学习率可能要随之增大。</translation>
    </message>
    <message>
        <source>Validation takes %1 % of the time of this profile.</source>
        <translation>验证占此性能分析时间的 %1 %。</translation>
    </message>
    <message>
        <source>Worker and window must be of the same version; install both anew.</source>
        <translation>工作进程和窗口必须是同一版本；请重新安装两者。</translation>
    </message>
    <message>
        <source>Write checkpoints less often; then a crash loses more steps.</source>
        <translation>减少写检查点的次数；这样崩溃时会丢失更多步。</translation>
    </message>
    <message>
        <source>between two steps</source>
        <translation>两步之间</translation>
    </message>
    <message>
        <source>between two steps, phase %1</source>
        <translation>两步之间，阶段 %1</translation>
    </message>
    <message>
        <source>bf16 against fp32, measured</source>
        <translation>bf16 与 fp32 之比（实测）</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>step %1, phase %2</source>
        <translation>第 %1 步，阶段 %2</translation>
    </message>
    <message>
        <source>step %1, phase %2, layer %3</source>
        <translation>第 %1 步，阶段 %2，层 %3</translation>
    </message>
    <message>
        <source>training with the change</source>
        <translation>训练改动后的实验</translation>
    </message>
    <message>
        <source>training without the change</source>
        <translation>训练未改动的实验</translation>
    </message>
    <message>
        <source>%1 was stopped.</source>
        <translation>%1 已被停止。</translation>
    </message>
    <message>
        <source>Another program is watching the graphics card: only one can.</source>
        <translation>另一个程序正在监视显卡：同一时间只能有一个。</translation>
    </message>
    <message>
        <source>Close it (Nsight Systems, Nsight Compute, PyTorch&apos;s profiler) and profile again.</source>
        <translation>请关闭它（Nsight Systems、Nsight Compute 或 PyTorch 的性能分析器），然后重新分析。</translation>
    </message>
    <message>
        <source>Compute the batch in %1 parts</source>
        <translation>将批次分成 %1 份计算</translation>
    </message>
    <message>
        <source>The graphics card cannot be watched: %1.</source>
        <translation>无法监视显卡：%1。</translation>
    </message>
    <message>
        <source>The loader&apos;s thread at work</source>
        <translation>数据加载线程的工作时间</translation>
    </message>
    <message>
        <source>Update its driver, or profile the same experiment on &quot;cpu&quot;.</source>
        <translation>请更新其驱动程序，或在“cpu”上分析同一个实验。</translation>
    </message>
    <message>
        <source>it has one input only</source>
        <translation>它只有一个输入</translation>
    </message>
</context>
<context>
    <name>error</name>
    <message>
        <source>While %1: </source>
        <translation>%1时：</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two things that were being done</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>seekbench::AdviceCard</name>
    <message>
        <source>up to %1 % of a step</source>
        <translation>最多占一步的 %1 %</translation>
    </message>
    <message>
        <source>The part of a step&apos;s time that is at stake.</source>
        <translation>一步的时间中可能节省的部分。</translation>
    </message>
    <message>
        <source>It learns differently with this change: compare the curves before you keep it.</source>
        <translation>作此更改后学习过程会有所不同：保留之前请先比较曲线。</translation>
    </message>
    <message>
        <source>Measure the gain</source>
        <translation>测量收益</translation>
    </message>
    <message>
        <source>Trains a few steps without and with the change in turns and compares the time for a sample. Nothing of it is kept.</source>
        <translation>轮流在不改和更改的情况下各训练几步，比较每个样本所用的时间。这些训练不会保留。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Apply to the experiment</source>
        <translation>应用到实验</translation>
    </message>
    <message>
        <source>Makes the change in the document, as one step that can be undone.</source>
        <translation>在文档中作此更改，作为可以撤销的一步。</translation>
    </message>
    <message>
        <source>Trainings that are done</source>
        <translation>已完成的训练</translation>
    </message>
    <message>
        <source>Measuring begins.</source>
        <translation>开始测量。</translation>
    </message>
    <message>
        <source>Training %1 of %2</source>
        <translation>第 %1 次训练，共 %2 次</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>更快</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>更慢</translation>
    </message>
    <message>
        <source>Within the noise</source>
        <translation>在噪声范围内</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>Cancelled; nothing was measured.</source>
        <translation>已取消；没有测量任何内容。</translation>
    </message>
</context>
<context>
    <name>seekbench::AdviceView</name>
    <message>
        <source>A run is being trained: it and a measurement slow each other down.</source>
        <translation>有运行正在训练：它与测量会互相拖慢。</translation>
    </message>
    <message>
        <source>No profile is open.</source>
        <translation>没有打开的性能分析。</translation>
    </message>
    <message>
        <source>Looking for what stands out…</source>
        <translation>正在查找突出之处……</translation>
    </message>
    <message>
        <source>Nothing stands out: no part of a step is much larger than it has to be.</source>
        <translation>没有突出之处：一步中没有哪一部分明显大于应有的大小。</translation>
    </message>
</context>
<context>
    <name>seekbench::AugmentationSection</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Perform %1 earlier</source>
        <translation>提前执行 %1</translation>
    </message>
    <message>
        <source>Perform %1 later</source>
        <translation>推后执行 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Kind of augmentation to add</source>
        <translation>要添加的数据增强种类</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>seekbench::ChangeView</name>
    <message>
        <source>What became faster and slower, by layer</source>
        <translation>各层变快与变慢之处</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1
%2 before, %3 after: %4
%5</source>
        <translation>%1
之前 %2，之后 %3：%4
%5</translation>
    </message>
    <message>
        <source>Choose a profile to compare with.</source>
        <translation>请选择要比较的性能分析。</translation>
    </message>
</context>
<context>
    <name>seekbench::ChoiceSection</name>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
</context>
<context>
    <name>seekbench::CodeView</name>
    <message>
        <source>Style of the code</source>
        <translation>代码风格</translation>
    </message>
    <message>
        <source>The network as code</source>
        <translation>网络的代码</translation>
    </message>
    <message>
        <source>The network as code will stand here as soon as the graph has no mistakes.</source>
        <translation>计算图没有错误后，这里会显示网络的代码。</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>Save the code as a file</source>
        <translation>把代码保存为文件</translation>
    </message>
</context>
<context>
    <name>seekbench::ColumnModel</name>
    <message>
        <source>Numbers</source>
        <translation>数</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Free text</source>
        <translation>自由文本</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>不同值</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
</context>
<context>
    <name>seekbench::CommandPalette</name>
    <message>
        <source>Run a command…</source>
        <translation>输入命令…</translation>
    </message>
    <message>
        <source>Run a command</source>
        <translation>输入命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>seekbench::ComparePerspective</name>
    <message>
        <source>Remove for good</source>
        <translation>彻底删除</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n runs with their weights and curves? This cannot be undone.</source>
        <translation>
            <numerusform>删除 %n 个运行及其权重和曲线？此操作不可撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>seekbench::ComparePlots</name>
    <message>
        <source>%1, validation</source>
        <translation>验证%1</translation>
    </message>
    <message>
        <source>%1, training</source>
        <translation>训练%1</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Series of the left plot</source>
        <translation>左图的序列</translation>
    </message>
    <message>
        <source>Series of the right plot</source>
        <translation>右图的序列</translation>
    </message>
    <message>
        <source>Tick runs in the table above: their curves are laid over one another here, and the first two are compared.</source>
        <translation>在上方表格中勾选运行：它们的曲线会叠画在这里，并比较前两个。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, baseline: %2</source>
        <translation>%1，基线：%2</translation>
    </message>
</context>
<context>
    <name>seekbench::CompareView</name>
    <message numerus="yes">
        <source>+ %n added</source>
        <translation>
            <numerusform>+ 加 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>− %n removed</source>
        <translation>
            <numerusform>− 删 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>≠ %n changed</source>
        <translation>
            <numerusform>≠ 改 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n equal</source>
        <translation>
            <numerusform>相同 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Only differences %1</source>
        <translation>只看不同 %1</translation>
    </message>
    <message>
        <source>All settings %1</source>
        <translation>全部设置 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n equal one(s) hidden</source>
        <translation>
            <numerusform>相同的 %n 项已收起</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick two runs to see what differs between them.</source>
        <translation>勾选两个运行，即可看出它们的差别。</translation>
    </message>
    <message>
        <source>The two experiments are the same.</source>
        <translation>两个实验相同。</translation>
    </message>
    <message>
        <source>A %1</source>
        <comment>the run A</comment>
        <translation>A %1</translation>
    </message>
    <message>
        <source>B %1</source>
        <comment>the run B</comment>
        <translation>B %1</translation>
    </message>
    <message>
        <source>percentage points of the best validation accuracy; one run of each, so no interval</source>
        <translation>个百分点，最佳验证准确率；各一个运行，没有区间</translation>
    </message>
    <message>
        <source>Several things changed at once: %1 belongs to all of them together, not to one of them.</source>
        <translation>一次改了多处：%1 属于全部改动，不能归于其中一处。</translation>
    </message>
    <message>
        <source>Several things changed at once: the result belongs to all of them together, not to one of them.</source>
        <translation>一次改了多处：结果属于全部改动，不能归于其中一处。</translation>
    </message>
    <message>
        <source>versus</source>
        <translation>对</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>A</source>
        <comment>the run A</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <comment>the run B</comment>
        <translation>B</translation>
    </message>
    <message>
        <source>Settings of A and B</source>
        <translation>A 与 B 的设置</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Difference, B − A</source>
        <translation>差，B − A</translation>
    </message>
    <message>
        <source>Results of A and B</source>
        <translation>A 与 B 的结果</translation>
    </message>
    <message>
        <source>Which settings are shown</source>
        <translation>显示哪些设置</translation>
    </message>
    <message>
        <source>Difference of the graphs</source>
        <translation>网络图之差</translation>
    </message>
</context>
<context>
    <name>seekbench::DataImport</name>
    <message>
        <source>Choose a folder of data</source>
        <translation>选择数据文件夹</translation>
    </message>
    <message>
        <source>Choose a file of data</source>
        <translation>选择数据文件</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>The experiment uses the imported data now. What does not fit them stands under Problems.</source>
        <translation>实验现在使用导入的数据。与之不符的内容列在“问题”中。</translation>
    </message>
</context>
<context>
    <name>seekbench::DatasetPreview</name>
    <message>
        <source>%1: %2 to train on, %3 to validate with</source>
        <translation>%1：%2 个训练，%3 个验证</translation>
    </message>
    <message>
        <source>Samples and class balance</source>
        <translation>样本与类别分布</translation>
    </message>
    <message>
        <source>%1 samples to train on, %2 to validate with</source>
        <translation>训练样本 %1，验证样本 %2</translation>
    </message>
    <message>
        <source>%1; %2 more classes</source>
        <translation>%1；另有 %2 类</translation>
    </message>
    <message>
        <source>%1; framed: augmented, draw %2</source>
        <translation>%1；带框：已增强，第 %2 次抽取</translation>
    </message>
</context>
<context>
    <name>seekbench::DesignPerspective</name>
    <message>
        <source>The command is in the clipboard.</source>
        <translation>命令已在剪贴板中。</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>问题（%1）</translation>
    </message>
    <message>
        <source>The code is in the clipboard.</source>
        <translation>代码已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Freeze or free weights</source>
        <translation>冻结或解冻权重</translation>
    </message>
    <message>
        <source>No weights are frozen.</source>
        <translation>没有冻结的权重。</translation>
    </message>
    <message>
        <source>Frozen: %1</source>
        <translation>已冻结：%1</translation>
    </message>
    <message>
        <source>Choose a run in Train or Compare to see its measured times here.</source>
        <translation>在训练或比较中选择一个运行，即可在此看到它的实测时间。</translation>
    </message>
    <message>
        <source>Reading the profile…</source>
        <translation>正在读取性能分析…</translation>
    </message>
    <message>
        <source>This run has no profile yet. While it trains, choose Profile 20 steps (F8).</source>
        <translation>此运行还没有性能分析。训练时请选择“性能分析 20 步”（F8）。</translation>
    </message>
</context>
<context>
    <name>seekbench::DifferenceView</name>
    <message>
        <source>There is no other profile</source>
        <translation>没有其他性能分析</translation>
    </message>
    <message>
        <source>Choose a profile…</source>
        <translation>选择性能分析…</translation>
    </message>
    <message>
        <source>What became faster and what slower, beyond the noise of the steps.</source>
        <translation>超出各步噪声的变快与变慢之处。</translation>
    </message>
    <message>
        <source>A step took %1 before and %2 after: %3.</source>
        <translation>一步之前用 %1，之后用 %2：%3。</translation>
    </message>
    <message>
        <source>With 95 % confidence between %1 and %2.</source>
        <translation>95 % 置信区间为 %1 至 %2。</translation>
    </message>
    <message>
        <source>Profile at least three steps in both.</source>
        <translation>请在两者中各分析至少三步。</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>By layer</source>
        <translation>按层</translation>
    </message>
    <message>
        <source>By operator</source>
        <translation>按算子</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较内容</translation>
    </message>
    <message>
        <source>Profile to compare with</source>
        <translation>要比较的性能分析</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>The rows are judged together (Holm): among many, one would leave its interval by chance.</source>
        <translation>各行一起评判（Holm 方法）：行数很多时，总会有一行偶然超出其区间。</translation>
    </message>
</context>
<context>
    <name>seekbench::DocumentFile</name>
    <message>
        <source>untitled</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>seekbench::EvaluationView</name>
    <message>
        <source>Epoch %1, step %2</source>
        <translation>第 %1 轮，第 %2 步</translation>
    </message>
    <message>
        <source>Sample %1: %2 % of the masks is right</source>
        <translation>样本 %1：掩码 %2 % 正确</translation>
    </message>
    <message>
        <source>Sample %1, slice %2: %3 % of the masks is right</source>
        <translation>样本 %1，切片 %2：掩码 %3 % 正确</translation>
    </message>
    <message>
        <source>Sample %1: true boxes dashed, detections solid</source>
        <translation>样本 %1：虚线为真实框，实线为检测框</translation>
    </message>
    <message>
        <source>Precision over recall</source>
        <translation>精确率-召回率曲线</translation>
    </message>
    <message>
        <source>all thresholds</source>
        <translation>全部阈值</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Cost curve</source>
        <translation>代价曲线</translation>
    </message>
    <message>
        <source>best threshold</source>
        <translation>最佳阈值</translation>
    </message>
    <message>
        <source>without a model</source>
        <translation>不用模型</translation>
    </message>
    <message>
        <source>share of misses in the cost</source>
        <translation>漏检在代价中的比重</translation>
    </message>
    <message>
        <source>normalised cost</source>
        <translation>归一化代价</translation>
    </message>
    <message>
        <source>Objects found</source>
        <translation>找到的目标</translation>
    </message>
    <message>
        <source>false positives per scan</source>
        <translation>每次扫描的假阳性数</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>灵敏度</translation>
    </message>
    <message>
        <source>what came</source>
        <translation>实际值</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>预测值</translation>
    </message>
    <message>
        <source>Forecast from sample %1</source>
        <translation>从样本 %1 起的预测</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>sample (loss)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Samples with the highest loss: %1</source>
        <translation>损失最高的样本：%1</translation>
    </message>
    <message>
        <source>Which validation</source>
        <translation>选择验证</translation>
    </message>
    <message>
        <source>Goes back over the last validations</source>
        <translation>回看最近的各次验证</translation>
    </message>
    <message>
        <source>Green: right; blue: missed; red: wrongly found</source>
        <translation>绿色：正确；蓝色：漏检；红色：误检</translation>
    </message>
    <message>
        <source>Sampled text, the given beginning in brackets</source>
        <translation>采样生成的文本，方括号内为给定的开头</translation>
    </message>
    <message>
        <source>Sample %1, loss %2</source>
        <translation>样本 %1，损失 %2</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>times the loss scale</source>
        <translation>乘以损失缩放</translation>
    </message>
    <message>
        <source>ends of fp16</source>
        <translation>fp16 的范围</translation>
    </message>
    <message>
        <source>How large the gradients are, and what fp16 holds of them</source>
        <translation>梯度有多大，fp16 能保留多少</translation>
    </message>
    <message>
        <source>size as a power of two</source>
        <translation>大小（2 的幂）</translation>
    </message>
    <message>
        <source>share of the gradients</source>
        <translation>梯度占比</translation>
    </message>
    <message>
        <source>%1 % would be lost in fp16, %2 % would keep only some digits, %3 % would be too large.</source>
        <translation>在 fp16 中，%1 % 会丢失，%2 % 只保留部分位数，%3 % 会过大。</translation>
    </message>
    <message>
        <source>Gradients as they are: %1</source>
        <translation>梯度原值：%1</translation>
    </message>
    <message>
        <source>Times the loss scale: %1</source>
        <translation>乘以损失缩放：%1</translation>
    </message>
</context>
<context>
    <name>seekbench::ExperimentForm</name>
    <message>
        <source>Set %1</source>
        <translation>设置 %1</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>to train on, %1 to validate with</source>
        <translation>用于训练，%1 用于验证</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>%1 in each epoch</source>
        <translation>每轮 %1</translation>
    </message>
    <message>
        <source>Drawn for %1 steps in each epoch: the number of samples is known when the files are read.</source>
        <translation>按每轮 %1 步绘制：读取文件后才知道样本数。</translation>
    </message>
    <message>
        <source>Save the experiment first.</source>
        <translation>请先保存实验。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Schedule of the learning rate</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Kind of data</source>
        <translation>数据种类</translation>
    </message>
    <message>
        <source>Kind of loss</source>
        <translation>损失种类</translation>
    </message>
    <message>
        <source>Kind of optimizer</source>
        <translation>优化器种类</translation>
    </message>
    <message>
        <source>Kind of schedule</source>
        <translation>调度种类</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>Show samples</source>
        <translation>显示样本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The same run from the command line</source>
        <translation>用命令行做同样的运行</translation>
    </message>
    <message>
        <source>Change augmentation</source>
        <translation>修改数据增强</translation>
    </message>
    <message>
        <source>Next draw</source>
        <translation>下一次抽取</translation>
    </message>
    <message>
        <source>Augment the samples once more</source>
        <translation>再次增强样本</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>at the peak of a step</source>
        <translation>单步峰值</translation>
    </message>
</context>
<context>
    <name>seekbench::FilterBar</name>
    <message>
        <source>All layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>All phases</source>
        <translation>所有阶段</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Layer that the tables are about</source>
        <translation>表格所针对的层</translation>
    </message>
    <message>
        <source>Phase that the tables are about</source>
        <translation>表格所针对的阶段</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>保存为 CSV…</translation>
    </message>
    <message>
        <source>The table that is shown, with these filters</source>
        <translation>当前表格（含这些筛选）</translation>
    </message>
    <message>
        <source>Take this filter away (Esc: all)</source>
        <translation>去掉此筛选（Esc：全部）</translation>
    </message>
    <message>
        <source>layer: %1</source>
        <translation>层：%1</translation>
    </message>
    <message>
        <source>phase: %1</source>
        <translation>阶段：%1</translation>
    </message>
    <message>
        <source>marked: %1</source>
        <translation>标记：%1</translation>
    </message>
    <message>
        <source>figures are for the marked span</source>
        <translation>数值针对标记的区间</translation>
    </message>
    <message>
        <source>figures are for one step</source>
        <translation>数值针对一步</translation>
    </message>
    <message>
        <source>The tables are being computed…</source>
        <translation>正在计算表格……</translation>
    </message>
</context>
<context>
    <name>seekbench::FlameView</name>
    <message>
        <source>Who called whom</source>
        <translation>调用关系</translation>
    </message>
    <message>
        <source>No profile is open.</source>
        <translation>没有打开的性能分析。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1
%2 a step, %3 of it itself, %4 calls</source>
        <translation>%1
每步 %2，其中自身 %3，调用 %4 次</translation>
    </message>
</context>
<context>
    <name>seekbench::GraphDifferenceView</name>
    <message>
        <source>Differences of the graphs</source>
        <translation>网络图的差别</translation>
    </message>
</context>
<context>
    <name>seekbench::GraphEditor</name>
    <message>
        <source>%1 parameters</source>
        <translation>%1 个参数</translation>
    </message>
    <message>
        <source>%1 multiply-adds per sample</source>
        <translation>每样本 %1 次乘加</translation>
    </message>
    <message>
        <source>activations %1 per sample</source>
        <translation>每样本激活 %1</translation>
    </message>
    <message>
        <source>as far as the shapes are known</source>
        <translation>仅计形状已知的部分</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>乘加</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>What the nodes show</source>
        <translation>节点上显示什么</translation>
    </message>
    <message>
        <source>Lay out the graph</source>
        <translation>自动布局</translation>
    </message>
    <message>
        <source>Show the whole graph (F)</source>
        <translation>显示整个网络图（F）</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>显示整个网络图</translation>
    </message>
    <message>
        <source>Totals of the model</source>
        <translation>模型合计</translation>
    </message>
    <message>
        <source>Model graph</source>
        <translation>模型网络图</translation>
    </message>
    <message>
        <source>Drag an operator here, or press Tab to search one.</source>
        <translation>把算子拖到这里，或按 Tab 搜索。</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes copied as text</source>
        <translation>
            <numerusform>已把 %n 个节点复制为文本</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to paste.</source>
        <translation>没有可粘贴的内容。</translation>
    </message>
    <message>
        <source>There is no quick fix for %1.</source>
        <translation>%1 没有快速修复。</translation>
    </message>
    <message>
        <source>Select one node to rename it.</source>
        <translation>选中一个节点才能重命名。</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>接在 %1 之后</translation>
    </message>
    <message>
        <source>What feeds %1</source>
        <translation>接到 %1 的算子</translation>
    </message>
    <message>
        <source>What fits %1</source>
        <translation>适合 %1 的算子</translation>
    </message>
    <message>
        <source>Select one node to swap its operator.</source>
        <translation>选中一个节点才能更换算子。</translation>
    </message>
    <message>
        <source>Instead of %1</source>
        <translation>替换 %1</translation>
    </message>
    <message>
        <source>Overview of the graph</source>
        <translation>网络图缩略图</translation>
    </message>
    <message>
        <source>Name of the node</source>
        <translation>节点名称</translation>
    </message>
    <message>
        <source>about %1 of memory at the peak</source>
        <translation>峰值内存约 %1</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message numerus="yes">
        <source>%1 a step, mean of %n steps · %2</source>
        <translation>
            <numerusform>每步 %1，%n 步的平均 · %2</numerusform>
        </translation>
    </message>
    <message>
        <source>The profile is of another network.</source>
        <translation>此性能分析属于另一个网络。</translation>
    </message>
    <message numerus="yes">
        <source>The network was changed after this profile: %n nodes differ.</source>
        <translation>
            <numerusform>性能分析之后网络有改动：%n 个节点不同。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>seekbench::GraphGestures</name>
    <message numerus="yes">
        <source>Disconnect %n wires</source>
        <translation>
            <numerusform>断开 %n 条连线</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n nodes</source>
        <translation>
            <numerusform>删除 %n 个节点</numerusform>
        </translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message numerus="yes">
        <source>Move %n nodes</source>
        <translation>
            <numerusform>移动 %n 个节点</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation>连接 %1 到 %2</translation>
    </message>
    <message>
        <source>Disconnect %1 from %2</source>
        <translation>断开 %1 到 %2</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>插入 %1</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n nodes</source>
        <translation>
            <numerusform>粘贴 %n 个节点</numerusform>
        </translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>再制 %1</translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n nodes</source>
        <translation>
            <numerusform>再制 %n 个节点</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>把 %1 重命名为 %2</translation>
    </message>
    <message>
        <source>Swap %1 for %2</source>
        <translation>把 %1 换成 %2</translation>
    </message>
    <message numerus="yes">
        <source>Fold %n nodes into %1</source>
        <translation>
            <numerusform>把 %n 个节点组成 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation>自动布局</translation>
    </message>
</context>
<context>
    <name>seekbench::GraphKeyboard</name>
    <message>
        <source>Arrows choose where the wire ends, Tab its port, C its source; Enter connects, Esc cancels.</source>
        <translation>方向键选择连线终点，Tab 换端口，C 换起点；回车连接，Esc 取消。</translation>
    </message>
</context>
<context>
    <name>seekbench::GraphOutline</name>
    <message>
        <source>Nodes of the graph</source>
        <translation>网络图的节点</translation>
    </message>
</context>
<context>
    <name>seekbench::GraphScene</name>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
</context>
<context>
    <name>seekbench::ImportDialog</name>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Beginning of the text</source>
        <translation>文本开头</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>%1 rows, %2</source>
        <translation>%1 行，%2</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>……另有 %1 项</translation>
    </message>
    <message>
        <source>Nothing stands out.</source>
        <translation>没有异常。</translation>
    </message>
    <message>
        <source>Classes of %1</source>
        <translation>%1 的类别</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Choose &amp;file…</source>
        <translation>选择文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose f&amp;older…</source>
        <translation>选择文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Read as</source>
        <translation>读取为(&amp;R)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Use these data</source>
        <translation>使用这些数据(&amp;U)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What to mind</source>
        <translation>注意事项</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Columns and what is in them</source>
        <translation>各列及其内容</translation>
    </message>
    <message>
        <source>How much is read</source>
        <translation>已读取的比例</translation>
    </message>
    <message>
        <source>Choose a file or a folder, or drop one on the main window: a table (CSV, TSV), a file of prices, a text, NumPy arrays, a folder with a folder of pictures for each class, volumes (NIfTI, MetaImage), LUNA16, IDX or CIFAR.</source>
        <translation>请选择文件或文件夹，或把它拖到主窗口：表格（CSV、TSV）、价格文件、文本、NumPy 数组、每个类别一个图片文件夹的文件夹、体数据（NIfTI、MetaImage）、LUNA16、IDX 或 CIFAR。</translation>
    </message>
</context>
<context>
    <name>seekbench::Inspector</name>
    <message>
        <source>Rename the experiment</source>
        <translation>重命名实验</translation>
    </message>
    <message>
        <source>Describe the experiment</source>
        <translation>修改实验说明</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n 个节点</numerusform>
        </translation>
    </message>
    <message>
        <source>Block</source>
        <translation>块</translation>
    </message>
    <message>
        <source>Help on %1</source>
        <translation>%1 的帮助</translation>
    </message>
    <message>
        <source>There is a node with the name &quot;%1&quot; already.</source>
        <translation>已有名为“%1”的节点。</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>把 %1 重命名为 %2</translation>
    </message>
    <message>
        <source>Set %1 of %2</source>
        <translation>设置 %2 的 %1</translation>
    </message>
    <message numerus="yes">
        <source>Set %1 of %n node(s)</source>
        <translation>
            <numerusform>设置 %n 个节点的 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the node</source>
        <translation>节点名称</translation>
    </message>
    <message>
        <source>Name of the node; weights and problems use it.</source>
        <translation>节点名称；权重和问题都用它来指明。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Shape and cost</source>
        <translation>形状与开销</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>seekbench::InterruptedRuns</name>
    <message>
        <source>Interrupted runs</source>
        <translation>中断的运行</translation>
    </message>
    <message numerus="yes">
        <source>%n runs ended without finishing: their worker was killed or the machine went off. Nothing written is lost; a resume goes on from the newest checkpoint.</source>
        <translation>
            <numerusform>%n 个运行没有完成就结束了：工作进程被终止，或机器断电。已写入的内容都在；继续时从最新的检查点开始。</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep them as they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>%1, step %2 of %3</source>
        <translation>%1，第 %2 步，共 %3 步</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
</context>
<context>
    <name>seekbench::LevelBar</name>
    <message>
        <source>Go back to this level</source>
        <translation>回到这一层</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>top level</source>
        <translation>顶层</translation>
    </message>
    <message numerus="yes">
        <source>%1, × %n uses</source>
        <translation>
            <numerusform>%1，用于 %n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>seekbench::LineChart</name>
    <message>
        <source>%1 over %2</source>
        <translation>%1 随 %2 的变化</translation>
    </message>
</context>
<context>
    <name>seekbench::LogModel</name>
    <message>
        <source>%1
A double click goes to the node.</source>
        <translation>%1
双击可跳转到该节点。</translation>
    </message>
</context>
<context>
    <name>seekbench::LogView</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Follow the end</source>
        <translation>跟随末尾</translation>
    </message>
    <message>
        <source>What the run says will stand here: the end of every epoch, checkpoints, warnings.</source>
        <translation>运行的消息会显示在这里：每轮结果、检查点、警告。</translation>
    </message>
    <message>
        <source>No line matches.</source>
        <translation>没有匹配的行。</translation>
    </message>
</context>
<context>
    <name>seekbench::MainWindow</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>not saved; a copy is kept</source>
        <translation>未保存；已留副本</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation>示例：%1</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Docks</source>
        <translation>面板(&amp;D)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Open an experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>Experiments (*.json)</source>
        <translation>实验 (*.json)</translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>保存对 %1 的更改？</translation>
    </message>
</context>
<context>
    <name>seekbench::MatrixPicture</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>%1 called %2: %3 times, %4 % of its samples</source>
        <translation>%1 被判为 %2：%3 次，占其样本的 %4 %</translation>
    </message>
</context>
<context>
    <name>seekbench::MemoryBar</name>
    <message>
        <source>Memory by what it is for</source>
        <translation>按用途划分的内存</translation>
    </message>
</context>
<context>
    <name>seekbench::MemoryChart</name>
    <message>
        <source>No steps yet</source>
        <translation>还没有训练步</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
</context>
<context>
    <name>seekbench::MemoryModel</name>
    <message>
        <source>batch, loss, way back</source>
        <translation>批次、损失、反向</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Error of the forecast</source>
        <translation>预计误差</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
</context>
<context>
    <name>seekbench::MemoryView</name>
    <message>
        <source>Measured %1 at the peak of step %2; %3 were forecast (%4 %).</source>
        <translation>第 %2 步峰值实测 %1；预计为 %3（%4 %）。</translation>
    </message>
    <message>
        <source>Measured %1 at the peak of step %2.</source>
        <translation>第 %2 步峰值实测 %1。</translation>
    </message>
    <message>
        <source>About %1 are forecast at the peak of a step. What is measured comes with the first steps.</source>
        <translation>预计单步峰值约 %1。实测值在最初几步后给出。</translation>
    </message>
    <message>
        <source>Choose a run to see where its memory goes.</source>
        <translation>选择一个运行，查看其内存去向。</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Memory of the layers</source>
        <translation>各层内存</translation>
    </message>
    <message>
        <source>Memory at the peak of each step</source>
        <translation>每一步的峰值内存</translation>
    </message>
</context>
<context>
    <name>seekbench::MessageLine</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>seekbench::NodeProblemCard</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>got</source>
        <translation>实际</translation>
    </message>
</context>
<context>
    <name>seekbench::OperatorPalette</name>
    <message>
        <source>Search operators</source>
        <translation>搜索算子</translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>No operator is called that.</source>
        <translation>没有这个名称的算子。</translation>
    </message>
    <message>
        <source>Drag onto the canvas, or onto a wire to insert.</source>
        <translation>拖到画布上添加，拖到连线上插入。</translation>
    </message>
</context>
<context>
    <name>seekbench::OperatorSearch</name>
    <message>
        <source>Search operators</source>
        <translation>搜索算子</translation>
    </message>
    <message>
        <source>Operators that match</source>
        <translation>匹配的算子</translation>
    </message>
    <message>
        <source>No operator is called that.</source>
        <translation>没有这个名称的算子。</translation>
    </message>
</context>
<context>
    <name>seekbench::OutlineModel</name>
    <message>
        <source>Error: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Output shape</source>
        <translation>输出形状</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>seekbench::ParameterForm</name>
    <message>
        <source>different</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>Reset %1 to its default</source>
        <translation>把 %1 恢复为默认值</translation>
    </message>
</context>
<context>
    <name>seekbench::PeakView</name>
    <message>
        <source>What the memory is for at the peak</source>
        <translation>峰值处内存的用途</translation>
    </message>
    <message>
        <source>Layers that made the memory grow</source>
        <translation>使内存增长的层</translation>
    </message>
    <message>
        <source>Show the moment</source>
        <translation>显示这一刻</translation>
    </message>
    <message>
        <source>This profile says nothing about memory.</source>
        <translation>此性能分析没有内存信息。</translation>
    </message>
    <message>
        <source>At most %1, in step %2.</source>
        <translation>最多 %1，在第 %2 步。</translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation>最多 %1。</translation>
    </message>
    <message>
        <source>No layer made it grow: it was laid out before the first step.</source>
        <translation>没有哪一层使它增长：它在第一步之前就已分配好。</translation>
    </message>
    <message>
        <source>Right: by how much it grew in that step while each layer was at work, until then.</source>
        <translation>右：在该步中截至那一刻，各层工作时增长了多少。</translation>
    </message>
</context>
<context>
    <name>seekbench::PictureGrid</name>
    <message>
        <source>predicted %1, %2 % sure</source>
        <translation>预测为 %1，把握 %2 %</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>is really %1</source>
        <translation>实为 %1</translation>
    </message>
    <message>
        <source>Sample %1: %2, %3</source>
        <translation>样本 %1：%2，%3</translation>
    </message>
    <message>
        <source>Samples with predictions</source>
        <translation>带预测的样本</translation>
    </message>
</context>
<context>
    <name>seekbench::PlanDesk</name>
    <message>
        <source>A network with mistakes has no plan.</source>
        <translation>有错误的网络没有计划。</translation>
    </message>
    <message>
        <source>Asking for the plan…</source>
        <translation>正在询问计划…</translation>
    </message>
</context>
<context>
    <name>seekbench::PredictionsView</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 – %2 of %3</source>
        <translation>%1–%2 / %3</translation>
    </message>
    <message>
        <source>After the first validation of a classification its samples stand here with what the network says about them.</source>
        <translation>分类任务完成第一次验证后，这里显示样本和网络对它们的预测。</translation>
    </message>
    <message>
        <source>No sample was wrong.</source>
        <translation>没有预测错的样本。</translation>
    </message>
    <message>
        <source>Epoch %1, validation set</source>
        <translation>第 %1 轮，验证集</translation>
    </message>
    <message>
        <source>%1: %2 % of %3, 95 % interval %4 to %5 %</source>
        <translation>%1：%3 个中 %2 % 正确，95 % 区间 %4 到 %5 %</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>Accuracy of classes</source>
        <translation>各类准确率</translation>
    </message>
    <message>
        <source>n = %1 each, 95 % interval</source>
        <translation>每类 n = %1，95 % 区间</translation>
    </message>
    <message>
        <source>Most often confused</source>
        <translation>最常混淆</translation>
    </message>
    <message>
        <source>nothing was</source>
        <translation>没有混淆</translation>
    </message>
    <message>
        <source>true → predicted, times</source>
        <translation>实际 → 预测，次数</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>第几轮</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Validation: %1</source>
        <translation>验证%1</translation>
    </message>
    <message>
        <source>Training: %1</source>
        <translation>训练%1</translation>
    </message>
    <message>
        <source>Best and latest</source>
        <translation>最佳与最新</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>只看错的</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>最没把握</translation>
    </message>
    <message>
        <source>Which samples</source>
        <translation>显示哪些样本</translation>
    </message>
    <message>
        <source>Samples before</source>
        <translation>前面的样本</translation>
    </message>
    <message>
        <source>Next samples</source>
        <translation>后面的样本</translation>
    </message>
</context>
<context>
    <name>seekbench::ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Enter shows the place, Alt+Enter applies the first fix.</source>
        <translation>回车跳到该处，Alt+回车应用首个修复。</translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation>没有问题。</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message>
        <source>checked in %1 ms</source>
        <translation>检查用时 %1 毫秒</translation>
    </message>
</context>
<context>
    <name>seekbench::ProblemModel</name>
    <message>
        <source>Error at %1: %2</source>
        <translation>%1 处错误：%2</translation>
    </message>
    <message>
        <source>Warning at %1: %2</source>
        <translation>%1 处警告：%2</translation>
    </message>
    <message>
        <source>graph</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题说明</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Quick fix</source>
        <translation>快速修复</translation>
    </message>
</context>
<context>
    <name>seekbench::ProfileComparison</name>
    <message>
        <source>this run</source>
        <translation>此运行</translation>
    </message>
</context>
<context>
    <name>seekbench::ProfilePerspective</name>
    <message>
        <source>Choose a run in Train or Compare to see its profiles.</source>
        <translation>在“训练”或“比较”中选择一个运行以查看其性能分析。</translation>
    </message>
    <message>
        <source>This run has no profile yet. While it trains, choose Profile 20 steps.</source>
        <translation>该运行还没有性能分析。训练时请选择“性能分析 20 步”。</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>性能分析</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>所选</translation>
    </message>
    <message>
        <source>Profiles of the run</source>
        <translation>运行的性能分析</translation>
    </message>
    <message>
        <source>The table is in the clipboard.</source>
        <translation>表格已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>seekbench::ProfileTable</name>
    <message>
        <source>Operator</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>Self</source>
        <translation>自身</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>no layer</source>
        <translation>无层</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>FLOP</source>
        <translation>FLOP</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>arithmetic</source>
        <translation>算术</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Of the possible</source>
        <translation>占可达到的</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Between (95 %)</source>
        <translation>区间（95 %）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>空隙</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Than usual</source>
        <translation>与通常相比</translation>
    </message>
    <message>
        <source>Waiting for data</source>
        <translation>等待数据</translation>
    </message>
    <message>
        <source>Of the step</source>
        <translation>占一步</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Late was</source>
        <translation>拖慢者</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>At the peak</source>
        <translation>峰值处</translation>
    </message>
    <message>
        <source>Grew by</source>
        <translation>增长</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>How</source>
        <translation>实现方式</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Bytes a second</source>
        <translation>每秒字节数</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
</context>
<context>
    <name>seekbench::ProfileView</name>
    <message numerus="yes">
        <source>%1 a step, mean of %n steps</source>
        <translation>
            <numerusform>每步 %1，%n 步的平均</numerusform>
        </translation>
    </message>
    <message>
        <source>received %1, lost %2</source>
        <translation>收到 %1，丢失 %2</translation>
    </message>
    <message>
        <source>with a phase %1 %, with a layer %2 %</source>
        <translation>有阶段 %1 %，有层 %2 %</translation>
    </message>
    <message>
        <source>the times add up</source>
        <translation>时间相加一致</translation>
    </message>
    <message>
        <source>the times do not add up</source>
        <translation>时间相加不一致</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>被截断</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>By layer</source>
        <translation>按层</translation>
    </message>
    <message>
        <source>By caller</source>
        <translation>按调用者</translation>
    </message>
    <message>
        <source>Roofline</source>
        <translation>屋顶线</translation>
    </message>
    <message>
        <source>Search slices</source>
        <translation>搜索片段</translation>
    </message>
    <message>
        <source>W S zoom, A D pan, F fit, M mark, [ ] forward and backward, / search, Shift + drag measures</source>
        <translation>W S 缩放，A D 平移，F 适应，M 标记，[ ] 前向与反向，/ 搜索，Shift + 拖动测量</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>各步</translation>
    </message>
    <message>
        <source>Memory at the peak</source>
        <translation>峰值内存</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>保存为 CSV…</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>复制为 CSV</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>只看 %1</translation>
    </message>
    <message>
        <source>Show %1 on the canvas</source>
        <translation>在画布上显示 %1</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>seekbench::ProofDialog</name>
    <message>
        <source>Prove exact resume</source>
        <translation>验证精确续训</translation>
    </message>
    <message>
        <source>Trains the experiment straight, and once more with a break and a resume, and compares weights, optimizer state and the values of every step bit by bit. Both trainings are thrown away afterwards.</source>
        <translation>先连续训练实验，再带一次中断和续训训练一遍，并逐位比较权重、优化器状态和每一步的数值。之后两次训练都会丢弃。</translation>
    </message>
    <message>
        <source>&amp;Steps of each training</source>
        <translation>每次训练的步数(&amp;S)</translation>
    </message>
    <message>
        <source>killed (kill -9)</source>
        <translation>强制终止（kill -9）</translation>
    </message>
    <message>
        <source>power cut: half a checkpoint, a torn journal</source>
        <translation>断电：半个检查点，残缺的日志</translation>
    </message>
    <message>
        <source>stopped with a checkpoint</source>
        <translation>停止并写入检查点</translation>
    </message>
    <message>
        <source>&amp;How the second is broken</source>
        <translation>第二次如何中断(&amp;H)</translation>
    </message>
    <message>
        <source>Progress of the proof</source>
        <translation>验证进度</translation>
    </message>
    <message>
        <source>&amp;Prove</source>
        <translation>验证(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>Cancelled; nothing is proven.</source>
        <translation>已取消；未能验证。</translation>
    </message>
</context>
<context>
    <name>seekbench::QueueList</name>
    <message>
        <source>Paused: the run at work goes on, no other is started.</source>
        <translation>已暂停：正在训练的运行继续，不再启动其他运行。</translation>
    </message>
    <message>
        <source>Paused: no run is started.</source>
        <translation>已暂停：不启动任何运行。</translation>
    </message>
    <message>
        <source>Nobody serves the queue. &lt;a href=&quot;serve&quot;&gt;Serve it now&lt;/a&gt;</source>
        <translation>没有进程在处理队列。&lt;a href=&quot;serve&quot;&gt;现在开始处理&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Pause the queue: start no further run</source>
        <translation>暂停队列：不再启动新的运行</translation>
    </message>
    <message>
        <source>To the top (Alt+Home)</source>
        <translation>移到最前（Alt+Home）</translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>提前（Alt+↑）</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>推后（Alt+↓）</translation>
    </message>
    <message>
        <source>Take out of the queue (Delete); a run at work is stopped with a checkpoint</source>
        <translation>移出队列（Delete）；正在训练的运行会写入检查点后停止</translation>
    </message>
    <message>
        <source>Runs in the queue</source>
        <translation>队列中的运行</translation>
    </message>
    <message>
        <source>Runs that are added to the queue (Ctrl+F5) stand here and are trained one after another, also when this window is closed.</source>
        <translation>加入队列（Ctrl+F5）的运行列在这里，依次训练，关闭本窗口后也会继续。</translation>
    </message>
</context>
<context>
    <name>seekbench::QueueModel</name>
    <message>
        <source>%1: at work</source>
        <translation>%1：训练中</translation>
    </message>
    <message>
        <source>%1: passed over. %2</source>
        <translation>%1：已跳过。%2</translation>
    </message>
</context>
<context>
    <name>seekbench::RooflinePlot</name>
    <message>
        <source>FLOP per byte</source>
        <translation>每字节 FLOP</translation>
    </message>
    <message>
        <source>FLOP per second</source>
        <translation>每秒 FLOP</translation>
    </message>
    <message>
        <source>Roofline</source>
        <translation>屋顶线</translation>
    </message>
    <message>
        <source>Nothing here says what it computes.</source>
        <translation>这里没有说明计算量的内容。</translation>
    </message>
    <message>
        <source>%1 of %2 points have a place here; the others compute nothing or move no bytes.</source>
        <translation>%2 个点中有 %1 个在此有位置；其余的不做计算或不移动数据。</translation>
    </message>
    <message>
        <source>□ forward  ○ backward · area: time lost</source>
        <translation>□ 前向  ○ 反向 · 面积：损失的时间</translation>
    </message>
    <message>
        <source>%1, %2 measured</source>
        <translation>%1，实测 %2</translation>
    </message>
    <message>
        <source>%1B/s copy measured</source>
        <translation>实测复制 %1B/s</translation>
    </message>
    <message>
        <source>%1. %2, %3
%4 a step, %5 of it lost
%6 of %7 attainable (%8 %), limit: %9</source>
        <translation>%1. %2，%3
每步 %4，其中损失 %5
可达 %7，实际 %6（%8 %），限制：%9</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>arithmetic</source>
        <translation>计算</translation>
    </message>
</context>
<context>
    <name>seekbench::RunHeader</name>
    <message>
        <source>Pause after this step</source>
        <translation>本步后暂停</translation>
    </message>
    <message>
        <source>Pauses after the step at work; nothing is lost.</source>
        <translation>做完当前这一步后暂停，不丢失任何内容。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Goes on where the run is, or from its newest checkpoint.</source>
        <translation>从当前位置继续，或从最新的检查点继续。</translation>
    </message>
    <message>
        <source>Stop, keep checkpoint</source>
        <translation>停止，保留检查点</translation>
    </message>
    <message>
        <source>Writes a checkpoint and ends; the run can be resumed.</source>
        <translation>写入检查点后结束；该运行可以继续。</translation>
    </message>
    <message>
        <source>Save checkpoint</source>
        <translation>存检查点</translation>
    </message>
    <message>
        <source>Writes a checkpoint of the step at work.</source>
        <translation>为当前这一步写入检查点。</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>No run chosen</source>
        <translation>未选择运行</translation>
    </message>
    <message>
        <source>Press Start in Design, or choose a run on the left.</source>
        <translation>在“设计”中按“开始”，或在左侧选择一个运行。</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 个参数</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>批量 %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation>第 %1 / %2 轮</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 / %2 步</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Waiting for the worker&apos;s first word</source>
        <translation>等待工作进程的第一条消息</translation>
    </message>
    <message>
        <source>%1 elapsed</source>
        <translation>已用 %1</translation>
    </message>
    <message>
        <source>from the latest steps</source>
        <translation>按最近的步估计</translation>
    </message>
    <message>
        <source>%1 – %2, from the latest steps</source>
        <translation>%1 – %2，按最近的步估计</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>剩余约 %1</translation>
    </message>
    <message>
        <source>best checkpoint: epoch %1</source>
        <translation>最佳检查点 第 %1 轮</translation>
    </message>
    <message>
        <source>best checkpoint: step %1</source>
        <translation>最佳检查点 第 %1 步</translation>
    </message>
    <message>
        <source>newest checkpoint: step %1, %2 ago, %3</source>
        <translation>最近检查点 第 %1 步，%2前，%3</translation>
    </message>
    <message>
        <source>newest checkpoint: step %1, %2</source>
        <translation>最近检查点 第 %1 步，%2</translation>
    </message>
    <message>
        <source>No checkpoint yet</source>
        <translation>还没有检查点</translation>
    </message>
    <message>
        <source>Resume continues it from step %1.</source>
        <translation>可从第 %1 步继续。</translation>
    </message>
    <message>
        <source>There is no checkpoint: Resume begins anew.</source>
        <translation>没有检查点：继续时从头开始。</translation>
    </message>
    <message>
        <source>Interrupted at step %1: its worker was killed or crashed.</source>
        <translation>在第 %1 步中断：工作进程被终止或崩溃。</translation>
    </message>
    <message>
        <source>The run failed; its log says more.</source>
        <translation>运行失败；详见日志。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Paused after step %1.</source>
        <translation>已在第 %1 步后暂停。</translation>
    </message>
    <message>
        <source>Writing a checkpoint, then the run ends.</source>
        <translation>正在写检查点，随后结束运行。</translation>
    </message>
    <message>
        <source>The worker is starting.</source>
        <translation>工作进程正在启动。</translation>
    </message>
    <message>
        <source>Waiting in the queue.</source>
        <translation>正在排队。</translation>
    </message>
    <message>
        <source>Nothing new for %1; the worker is alive.</source>
        <translation>已 %1 没有新消息；工作进程仍在。</translation>
    </message>
</context>
<context>
    <name>seekbench::RunList</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>筛选运行</translation>
    </message>
    <message>
        <source>Your runs will stand here, newest first: those at work with their progress, those that wait, and what came of the others. Press Start (F5) in Design to make the first.</source>
        <translation>运行会列在这里，新的在前：正在运行的及其进度、排队的，以及其余的结果。在“设计”中按“开始”（F5）建立第一个运行。</translation>
    </message>
    <message>
        <source>No run has these words in its name.</source>
        <translation>没有名称包含这些词的运行。</translation>
    </message>
    <message>
        <source>Right: best validation accuracy (%). Ticked runs are drawn in the same plots: colour says which run, line style which metric.</source>
        <translation>右列：验证准确率最佳值（%）。勾选的运行画在同一张图上，颜色代表运行，线型代表指标。</translation>
    </message>
</context>
<context>
    <name>seekbench::RunPlots</name>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>samples/s</source>
        <translation>样本/秒</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>showing %1 of %2 points</source>
        <translation>显示 %1 / %2 点</translation>
    </message>
    <message>
        <source>largest of the worker: %1</source>
        <translation>进程峰值 %1</translation>
    </message>
    <message numerus="yes">
        <source>median of the last %n steps</source>
        <translation>
            <numerusform>近 %n 步中位数</numerusform>
        </translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Weight of what was before in the moving average. The raw values stay visible as a band.</source>
        <translation>滑动平均中旧值的权重。原始值仍以色带显示。</translation>
    </message>
    <message>
        <source>Raw curve</source>
        <translation>原始曲线</translation>
    </message>
    <message>
        <source>Log axis</source>
        <translation>对数轴</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Shows everything in all plots (F in a plot)</source>
        <translation>所有图都显示全部（在图中按 F）</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>log axis</source>
        <translation>对数轴</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>图片（PNG）</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>矢量图（SVG）</translation>
    </message>
    <message>
        <source>Points in view (CSV)</source>
        <translation>视野内的数据点（CSV）</translation>
    </message>
</context>
<context>
    <name>seekbench::RunTable</name>
    <message numerus="yes">
        <source>Colour %n run(s)</source>
        <translation>
            <numerusform>改变 %n 个运行的颜色</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no &quot;%1&quot; to filter by. There are: %2.</source>
        <translation>不能按“%1”筛选。可用的有：%2。</translation>
    </message>
    <message numerus="yes">
        <source>Move %n run(s) to the trash</source>
        <translation>
            <numerusform>把 %n 个运行移入回收站</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n run(s)</source>
        <translation>
            <numerusform>恢复 %n 个运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 run(s)</source>
        <translation>
            <numerusform>%1 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>Showing %1 of %2 runs, the others are filtered out</source>
        <translation>显示 %1 / %2 个运行，其余被筛去</translation>
    </message>
    <message>
        <source>Trash %1</source>
        <translation>回收站 %1</translation>
    </message>
    <message>
        <source>Columns, %1 of %2</source>
        <translation>列，%1 / %2</translation>
    </message>
    <message>
        <source>Filter: words, state:finished</source>
        <translation>筛选：输入词，或 状态:完成</translation>
    </message>
    <message>
        <source>Filter the runs</source>
        <translation>筛选运行</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不分</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Grouping of the runs</source>
        <translation>运行的分组方式</translation>
    </message>
    <message>
        <source>Show the runs in the trash instead of the others</source>
        <translation>显示回收站中的运行</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Show or hide curves</source>
        <translation>显示或隐藏曲线(&amp;S)</translation>
    </message>
    <message>
        <source>Compare as &amp;A</source>
        <translation>作为 A 比较(&amp;A)</translation>
    </message>
    <message>
        <source>Compare as &amp;B</source>
        <translation>作为 B 比较(&amp;B)</translation>
    </message>
    <message>
        <source>Move to the &amp;trash</source>
        <translation>移入回收站(&amp;T)</translation>
    </message>
    <message>
        <source>R&amp;estore from the trash</source>
        <translation>从回收站恢复(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Delete for ever</source>
        <translation>彻底删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>Colour &amp;%1</source>
        <translation>颜色 &amp;%1</translation>
    </message>
</context>
<context>
    <name>seekbench::RunTableModel</name>
    <message>
        <source>curves shown</source>
        <translation>曲线已显示</translation>
    </message>
    <message>
        <source>curves hidden</source>
        <translation>曲线已隐藏</translation>
    </message>
    <message>
        <source>colour %1</source>
        <translation>颜色 %1</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>mean, 95 % interval</source>
        <translation>均值，95 % 区间</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>an interval</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>n = %1: one value has no interval</source>
        <translation>n = %1：单个值没有区间</translation>
    </message>
    <message>
        <source>mean %1, 95 % interval %2 – %3, n = %4</source>
        <translation>均值 %1，95 % 区间 %2 – %3，n = %4</translation>
    </message>
    <message>
        <source>Rename run %1</source>
        <translation>重命名运行 %1</translation>
    </message>
    <message>
        <source>Change the notes of run %1</source>
        <translation>修改运行 %1 的备注</translation>
    </message>
</context>
<context>
    <name>seekbench::SchedulePlot</name>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Learning rate over the steps</source>
        <translation>学习率随步数的变化</translation>
    </message>
</context>
<context>
    <name>seekbench::SeriesPlot</name>
    <message>
        <source>best %1, %2</source>
        <translation>最佳 %1，%2</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>%1, right axis</source>
        <translation>%1，右轴</translation>
    </message>
    <message>
        <source>%1 of %2 points shown, smallest and largest per pixel column</source>
        <translation>显示 %1 / %2 点，每像素列画最小到最大</translation>
    </message>
    <message numerus="yes">
        <source>%n points shown, all there are</source>
        <translation>
            <numerusform>显示全部 %n 点</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 points shown</source>
        <translation>显示 %1 / %2 点</translation>
    </message>
</context>
<context>
    <name>seekbench::SlicePanel</name>
    <message>
        <source>On the canvas</source>
        <translation>在画布上</translation>
    </message>
    <message>
        <source>Click a slice of the timeline.</source>
        <translation>点击时间线上的片段。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>FLOP</source>
        <translation>FLOP</translation>
    </message>
    <message>
        <source>%1, by formula</source>
        <translation>%1，按公式</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>%1, at least</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>Could take</source>
        <translation>可达到</translation>
    </message>
    <message>
        <source>%1 (%2 % of the possible)</source>
        <translation>%1（可达到的 %2 %）</translation>
    </message>
</context>
<context>
    <name>seekbench::StatusLine</name>
    <message>
        <source>Worker idle</source>
        <translation>工作进程空闲</translation>
    </message>
    <message>
        <source>Worker: %1</source>
        <translation>工作进程：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n workers running</source>
        <translation>
            <numerusform>%n 个工作进程在运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n threads</source>
        <translation>
            <numerusform>%1，%n 个线程</numerusform>
        </translation>
    </message>
    <message>
        <source>memory unknown</source>
        <translation>内存未知</translation>
    </message>
    <message>
        <source>measured on CPU</source>
        <translation>CPU 实测</translation>
    </message>
    <message>
        <source>GPU not measured</source>
        <translation>GPU 未测</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Zoom of the canvas</source>
        <translation>画布缩放</translation>
    </message>
</context>
<context>
    <name>seekbench::StepBarView</name>
    <message>
        <source>Gaps</source>
        <translation>空隙</translation>
    </message>
    <message>
        <source>Where the time of a step goes</source>
        <translation>一步的时间去向</translation>
    </message>
</context>
<context>
    <name>seekbench::TimeBar</name>
    <message>
        <source>Forward and backward together, mean of a step</source>
        <translation>前向与反向合计，每步平均</translation>
    </message>
    <message>
        <source>The colours of times, up to %1</source>
        <translation>时间的颜色，最大 %1</translation>
    </message>
    <message>
        <source>Slices of %1</source>
        <translation>%1 的片段</translation>
    </message>
    <message>
        <source>Show this node in Profile</source>
        <translation>在性能分析中显示此节点</translation>
    </message>
</context>
<context>
    <name>seekbench::TimelineView</name>
    <message>
        <source>Timeline of the profile</source>
        <translation>性能分析的时间线</translation>
    </message>
    <message>
        <source>No profile is open.</source>
        <translation>没有打开的性能分析。</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最多 %1</translation>
    </message>
</context>
<context>
    <name>seekbench::ToolBar</name>
    <message>
        <source>%1  edited</source>
        <translation>%1  已修改</translation>
    </message>
    <message>
        <source>Start training in a process of its own</source>
        <translation>在独立的进程中开始训练</translation>
    </message>
    <message>
        <source>Run a command…  %1</source>
        <translation>输入命令…  %1</translation>
    </message>
    <message>
        <source>Recent and example experiments</source>
        <translation>最近的实验和示例</translation>
    </message>
    <message>
        <source>Document: %1</source>
        <translation>文档：%1</translation>
    </message>
</context>
<context>
    <name>seekbench::TrainPerspective</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Sample predictions</source>
        <translation>样本预测</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Move in the queue</source>
        <translation>在队列中移动</translation>
    </message>
    <message>
        <source>Take out of the queue</source>
        <translation>移出队列</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
</context>
<context>
    <name>seekbench::WindowSession</name>
    <message>
        <source>%1 waits in the queue.</source>
        <translation>%1 正在排队。</translation>
    </message>
    <message>
        <source>Discard %1</source>
        <translation>丢弃 %1</translation>
    </message>
    <message>
        <source>What was not saved when the window last ended is back.</source>
        <translation>上次窗口关闭时未保存的内容已恢复。</translation>
    </message>
    <message>
        <source>Set: %1. Undo takes it back.</source>
        <translation>已设置：%1。可用“撤销”恢复。</translation>
    </message>
    <message>
        <source>The document has this already: %1.</source>
        <translation>文档中已经如此：%1。</translation>
    </message>
</context>
</TS>
