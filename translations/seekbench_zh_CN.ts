<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <source>(batch, channels, *output_size)</source>
        <translation>(batch, channels, *output_size)</translation>
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
        <source>(batch, sequence, directions · hidden_size), the last layer&apos;s hidden state at each step</source>
        <translation>(batch, sequence, directions · hidden_size)，最后一层每一步的隐藏状态</translation>
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
        <source>Height and width of a kernel.</source>
        <translation>卷积核的高和宽。</translation>
    </message>
    <message>
        <source>Height and width of the output.</source>
        <translation>输出的高和宽。</translation>
    </message>
    <message>
        <source>Height and width of the window.</source>
        <translation>窗口的高和宽。</translation>
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
        <source>The PyTorch text of this operator is not written yet.</source>
        <translation>此算子的 PyTorch 文本尚未编写。</translation>
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
        <source>The loss &quot;%1&quot; needs classes, and the dataset &quot;%2&quot; has none. Choose &quot;mse&quot;.</source>
        <translation>损失“%1”需要类别，而数据集“%2”没有。请选择“mse”。</translation>
    </message>
    <message>
        <source>The loss &quot;%1&quot; needs real numbers as target, and the dataset &quot;%2&quot; has classes. Choose &quot;cross_entropy&quot;.</source>
        <translation>损失“%1”的目标须为实数，而数据集“%2”为类别。请选择“cross_entropy”。</translation>
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
        <source>The metric &quot;%1&quot; counts classes, and the dataset &quot;%2&quot; has none.</source>
        <translation>指标“%1”统计类别，而数据集“%2”没有类别。</translation>
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
        <source>The value must lie between %1 and %2; it is %3.</source>
        <translation>值必须在 %1 和 %2 之间；现为 %3。</translation>
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
        <source>Zeros added on each side of height and width.</source>
        <translation>高和宽每侧补零的个数。</translation>
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
        <source>&quot;when&quot; is 0 here, and only a node with one input and one output can be passed by.</source>
        <translation>这里“when”为 0，只有一个输入和一个输出的节点才能跳过。</translation>
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
    <name>seekbench::ChoiceSection</name>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
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
</context>
<context>
    <name>seekbench::DocumentFile</name>
    <message>
        <source>untitled</source>
        <translation>未命名</translation>
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
        <source>Measured times come with the profiler.</source>
        <translation>实测用时由剖析器提供。</translation>
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
</context>
</TS>
