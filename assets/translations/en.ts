<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name></name>
    <message>
        <source>灯一直亮着，现在就能办。</source>
        <translation>The light is on. You can be served now.</translation>
    </message>
    <message>
        <source>灯亮着，可是现在连不上中心。</source>
        <translation>The light is on, but the centre is out of reach.</translation>
    </message>
    <message>
        <source>查账单要连中心，正在重连</source>
        <translation>Bills need the centre: reconnecting</translation>
    </message>
    <message>
        <source>停电信息还没有收到</source>
        <translation>Outages are not known yet</translation>
    </message>
    <message numerus="yes">
        <source>今天停电 %n 处</source>
        <translation>
            <numerusform>%n outage today</numerusform>
            <numerusform>%n outages today</numerusform>
        </translation>
    </message>
    <message>
        <source>今天没有停电</source>
        <translation>No outages today</translation>
    </message>
    <message>
        <source>现金</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>现金正在准备</source>
        <translation>Cash is starting</translation>
    </message>
    <message>
        <source>钞箱要换，现金暂停</source>
        <translation>Cash box changing, no cash now</translation>
    </message>
    <message>
        <source>入钞口卡住，现金暂停</source>
        <translation>Note slot jammed, no cash now</translation>
    </message>
    <message>
        <source>现金暂停，已叫维护</source>
        <translation>No cash now, technician called</translation>
    </message>
    <message>
        <source>打印收据</source>
        <translation>Printed receipt</translation>
    </message>
    <message>
        <source>缺打印纸：收据可扫码取</source>
        <translation>No paper: scan for your receipt</translation>
    </message>
    <message>
        <source>打印机正在准备</source>
        <translation>Printer is starting</translation>
    </message>
    <message>
        <source>打印机坏了：收据可扫码取</source>
        <translation>No printer: scan for your receipt</translation>
    </message>
    <message>
        <source>还不收银行卡、手机支付</source>
        <translation>No cards or phones yet</translation>
    </message>
    <message>
        <source>故障抢修 · 来电时间还不知道</source>
        <translation>Fault · no time known yet</translation>
    </message>
    <message>
        <source>故障抢修 · 预计 {time} 来电</source>
        <translation>Fault · back about {time}</translation>
    </message>
    <message>
        <source>计划检修 · {time} 起</source>
        <translation>Planned work · from {time}</translation>
    </message>
    <message>
        <source>计划检修 · {from_time}–{to_time}</source>
        <translation>Planned work · {from_time}–{to_time}</translation>
    </message>
    <message>
        <source>临时停电 · {time} 起</source>
        <translation>Short outage · from {time}</translation>
    </message>
    <message>
        <source>临时停电 · {from_time}–{to_time}</source>
        <translation>Short outage · {from_time}–{to_time}</translation>
    </message>
</context>
<context>
    <name>BackKey</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>HelpRow</name>
    <message>
        <source>还没有开通</source>
        <translation>Not open yet</translation>
    </message>
    <message>
        <source>这台终端还没有开通。要帮忙，打这个电话，24 小时有人接。</source>
        <translation>Not open at this hall yet. For help call this number, answered day and night.</translation>
    </message>
    <message>
        <source>首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>长者模式</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>朗读</source>
        <translation>Read out</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>打 %1</source>
        <translation>Call %1</translation>
    </message>
    <message>
        <source>找真人帮忙，打 %1</source>
        <translation>Talk to a person, call %1</translation>
    </message>
    <message>
        <source>找真人帮忙，打电话</source>
        <translation>Talk to a person by phone</translation>
    </message>
    <message>
        <source>24 小时有人接。这台终端还不能接视频坐席。</source>
        <translation>Answered day and night. This hall has no video agents yet.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>还没有开通</source>
        <translation>Not open yet</translation>
    </message>
    <message>
        <source>这台终端还没有开通。要办，打这个电话，24 小时有人接。</source>
        <translation>Not open at this hall yet. Call this number, answered day and night.</translation>
    </message>
    <message>
        <source>查电费、缴费</source>
        <translation>See and pay a bill</translation>
    </message>
    <message>
        <source>按户号，收现金</source>
        <translation>By account number, in cash</translation>
    </message>
    <message>
        <source>停电信息</source>
        <translation>Power outages</translation>
    </message>
    <message>
        <source>公告的停电，几点来电</source>
        <translation>Where, and when it is back</translation>
    </message>
    <message>
        <source>报修</source>
        <translation>Report a fault</translation>
    </message>
    <message>
        <source>办业务</source>
        <translation>Applications</translation>
    </message>
    <message>
        <source>进度、投诉</source>
        <translation>Follow a request</translation>
    </message>
    <message>
        <source>用电百科</source>
        <translation>Good to know</translation>
    </message>
    <message>
        <source>电价与网点</source>
        <translation>Prices and halls</translation>
    </message>
    <message>
        <source>电力求助</source>
        <translation>Urgent help</translation>
    </message>
    <message>
        <source>有人受困、靠设备维生，打电话</source>
        <translation>Trapped, or on life support: call</translation>
    </message>
    <message>
        <source>24 小时有人接，急事优先。有人触电先打 120，着火先打 119。</source>
        <translation>Answered day and night, urgent calls first. Electric shock: dial 120 first. Fire: 119.</translation>
    </message>
</context>
<context>
    <name>LightBar</name>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
</context>
<context>
    <name>Lintel</name>
    <message>
        <source>光明厅</source>
        <translation>Brighthall</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>光明厅</source>
        <translation>Brighthall</translation>
    </message>
</context>
<context>
    <name>NoteIcon</name>
    <message>
        <source>%1 元钞票</source>
        <translation>%1 yuan note</translation>
    </message>
</context>
<context>
    <name>NoteSheet</name>
    <message>
        <source>知道了</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>按的号码</source>
        <translation>Number entered</translation>
    </message>
</context>
<context>
    <name>NumericPad</name>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>找到户号</source>
        <translation>Find account</translation>
    </message>
    <message>
        <source>看账单</source>
        <translation>See bill</translation>
    </message>
    <message>
        <source>付款</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>拿收据</source>
        <translation>Receipt</translation>
    </message>
</context>
<context>
    <name>StepPanes</name>
    <message>
        <source>第 %1 步，共 %2 步：%3</source>
        <translation>Step %1 of %2: %3</translation>
    </message>
</context>
</TS>
