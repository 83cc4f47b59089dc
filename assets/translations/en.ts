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
        <translation>Slot jammed: no cash</translation>
    </message>
    <message>
        <source>现金暂停，等待维修</source>
        <translation>No cash until it is repaired</translation>
    </message>
    <message>
        <source>打印收据</source>
        <translation>Receipt printer</translation>
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
    <message numerus="yes">
        <source>前面还有 %n 个月</source>
        <translation>
            <numerusform>%n earlier month</numerusform>
            <numerusform>%n earlier months</numerusform>
        </translation>
    </message>
    <message>
        <source>用现金缴 {sum}</source>
        <translation>Pay {sum} in cash</translation>
    </message>
    <message>
        <source>中心正在算，请等一下。</source>
        <translation>The centre is working it out. One moment.</translation>
    </message>
    <message>
        <source>户里的预存够抵这几个月</source>
        <translation>Your credit already covers these months</translation>
    </message>
    <message>
        <source>这一户现在没有要缴的电费</source>
        <translation>This account owes nothing now</translation>
    </message>
    <message>
        <source>应缴电费，还没有选</source>
        <translation>To pay: no month chosen yet</translation>
    </message>
    <message numerus="yes">
        <source>应缴电费，已选 %n 个月，预存的先抵了</source>
        <translation>
            <numerusform>To pay for %n month, your credit taken off</numerusform>
            <numerusform>To pay for %n months, your credit taken off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>应缴电费，已选 %n 个月</source>
        <translation>
            <numerusform>To pay for %n month</numerusform>
            <numerusform>To pay for %n months</numerusform>
        </translation>
    </message>
    <message>
        <source>最早的一笔先还，违约金在前。</source>
        <translation>The oldest bill is paid first, late fees before it.</translation>
    </message>
    <message>
        <source>最早的一笔先还。</source>
        <translation>The oldest bill is paid first.</translation>
    </message>
    <message>
        <source>含违约金 {sum}</source>
        <translation>late fee {sum} included</translation>
    </message>
    <message numerus="yes">
        <source>{day} 到期，逾期 %n 天</source>
        <translation>
            <numerusform>Due {day}, %n day late</numerusform>
            <numerusform>Due {day}, %n days late</numerusform>
        </translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>{day} 到期</source>
        <translation>Due {day}</translation>
    </message>
    <message numerus="yes">
        <source>后面还有 %n 个月</source>
        <translation>
            <numerusform>%n more month</numerusform>
            <numerusform>%n more months</numerusform>
        </translation>
    </message>
    <message>
        <source>收 {notes} 元，不找零</source>
        <translation>{notes} yuan notes, no change given</translation>
    </message>
    <message>
        <source>一次最多收 {sum}，先少选几个月，或者分几次缴</source>
        <translation>At most {sum} at a time: choose fewer months, or pay in parts</translation>
    </message>
    <message>
        <source>最少放 {sum}，正好</source>
        <translation>Put in {sum}, it comes out even</translation>
    </message>
    <message>
        <source>最少放 {sum}，多 {over} 存进户里</source>
        <translation>Put in at least {sum}; {over} over stays on your account</translation>
    </message>
    <message>
        <source>没有打印纸：收据扫码取</source>
        <translation>No paper: scan for your receipt</translation>
    </message>
    <message>
        <source>打印机坏了：收据扫码取</source>
        <translation>Printer off: scan for your receipt</translation>
    </message>
    <message>
        <source>点上面，选要缴的月份</source>
        <translation>Touch the months to pay, above</translation>
    </message>
    <message>
        <source>正在算要缴多少</source>
        <translation>Working out the sum</translation>
    </message>
    <message>
        <source>收 {notes} 元；一次最多 {limit}。</source>
        <translation>Notes of {notes} yuan; at most {limit} at a time.</translation>
    </message>
    <message>
        <source>应缴 {sum}</source>
        <translation>To pay {sum}</translation>
    </message>
    <message>
        <source>多的 {sum} 存进户里</source>
        <translation>{sum} over stays on your account</translation>
    </message>
    <message>
        <source>正好，没有多的</source>
        <translation>Even, nothing over</translation>
    </message>
    <message>
        <source>请等一下，别走开</source>
        <translation>One moment, please stay</translation>
    </message>
    <message>
        <source>入钞口关上了，别再放钞票。</source>
        <translation>The slot is closed. Put in no more notes.</translation>
    </message>
    <message>
        <source>够了，入钞口自己关上，不会多收。</source>
        <translation>At enough, the slot closes by itself.</translation>
    </message>
    <message>
        <source>到此为止，记 {sum}</source>
        <translation>Stop here, credit {sum}</translation>
    </message>
    <message>
        <source>这张钞票退回来了</source>
        <translation>That note came back</translation>
    </message>
    <message>
        <source>正在认这一张</source>
        <translation>Reading the note</translation>
    </message>
    <message>
        <source>收好了，正在记账</source>
        <translation>Got it, booking now</translation>
    </message>
    <message>
        <source>正在打开入钞口</source>
        <translation>Opening the slot</translation>
    </message>
    <message>
        <source>请放入钞票</source>
        <translation>Put in your notes</translation>
    </message>
    <message>
        <source>入钞口正在关上，机器在核对。</source>
        <translation>The slot is closing; the machine is checking.</translation>
    </message>
    <message>
        <source>先取走右下方退出的钞票</source>
        <translation>First take the note back</translation>
    </message>
    <message>
        <source>钞票放进右下方的入钞口</source>
        <translation>Notes go in the slot, lower right</translation>
    </message>
    <message>
        <source>机器在认，请等一下</source>
        <translation>Reading it, one moment</translation>
    </message>
    <message>
        <source>请等一下</source>
        <translation>One moment, please</translation>
    </message>
    <message>
        <source>放第一张之前，随时可以返回，不收钱。</source>
        <translation>Until the first note you can go back; nothing is taken.</translation>
    </message>
    <message>
        <source>现在停下不退钞：{months}。</source>
        <translation>Stop now and notes stay in: {months}.</translation>
    </message>
    <message>
        <source>换一张；银行柜台可以换旧钞</source>
        <translation>Try another; banks change worn notes</translation>
    </message>
    <message>
        <source>机器没认出来，退给您。常见原因：折了角、贴了胶带、太旧或湿了。</source>
        <translation>The machine could not read it. Often: a bent corner, tape, worn or damp.</translation>
    </message>
    <message>
        <source>展平四个角，换一面再放</source>
        <translation>Flatten the corners, turn it over, try again</translation>
    </message>
    <message>
        <source>这里不收这一种，退给您。</source>
        <translation>This kind is not taken here.</translation>
    </message>
    <message>
        <source>换成 {notes} 元的再放</source>
        <translation>Use notes of {notes} yuan</translation>
    </message>
    <message>
        <source>一张一张放，展平</source>
        <translation>One at a time, flat</translation>
    </message>
    <message>
        <source>再收就超过一次最多的 {limit}，退给您。</source>
        <translation>With it you would pass the most for one payment, {limit}.</translation>
    </message>
    <message>
        <source>换面额小的一张再放</source>
        <translation>Try a smaller note</translation>
    </message>
    <message>
        <source>或者到此为止，差的下一次再缴</source>
        <translation>Or stop here and pay the rest another time</translation>
    </message>
    <message>
        <source>放的时候入钞口正在关，退给您。</source>
        <translation>The slot was closing when it went in.</translation>
    </message>
    <message>
        <source>入钞口的绿灯亮了再放</source>
        <translation>Wait for the green light at the slot</translation>
    </message>
    <message>
        <source>这张没有记，还没有收您的钱。</source>
        <translation>It was not counted. No money has been taken.</translation>
    </message>
    <message>
        <source>前面放的 {sum} 都记好了，这张没有记。</source>
        <translation>{sum} is safe. This note was not counted.</translation>
    </message>
    <message>
        <source>打 {hotline} 问，24 小时有人</source>
        <translation>Call {hotline}, day and night</translation>
    </message>
    <message numerus="yes">
        <source>%n 秒后回到首页，您的资料会从屏幕上清掉。</source>
        <translation>
            <numerusform>Home in %n second; your details leave the screen.</numerusform>
            <numerusform>Home in %n seconds; your details leave the screen.</numerusform>
        </translation>
    </message>
    <message>
        <source>钱收到了，收据没开出来</source>
        <translation>Taken, but no receipt</translation>
    </message>
    <message>
        <source>钱收好了，等中心入账</source>
        <translation>Taken, to be booked</translation>
    </message>
    <message>
        <source>记好了，还差 {sum}</source>
        <translation>Booked, {sum} left</translation>
    </message>
    <message>
        <source>缴好了，谢谢您</source>
        <translation>Paid, thank you</translation>
    </message>
    <message>
        <source>这台机器记不下账了。钱在钞箱里，请现在打 {hotline}，报户号、时间和金额。</source>
        <translation>This kiosk can’t record it. Your money is in the box: call {hotline} now with account, time and sum.</translation>
    </message>
    <message>
        <source>现在连不上中心。连上就入账，按您放钞的时间算，不会多收违约金。</source>
        <translation>The centre can’t be reached. It is booked as of the time you paid; no late fee is added.</translation>
    </message>
    <message>
        <source>现金 · {time}</source>
        <translation>Cash · {time}</translation>
    </message>
    <message>
        <source>凭收据号打 {hotline}，随时能查这一笔</source>
        <translation>Ask about it any time: {hotline}</translation>
    </message>
    <message>
        <source>卡住的那一张另有登记编号 {number}，查问打 {hotline}。</source>
        <translation>The stuck note has claim number {number}. Ask at {hotline}.</translation>
    </message>
    <message>
        <source>有一笔还没对上户，登记编号 {number}，查问打 {hotline}。</source>
        <translation>A part fits no account yet: claim number {number}. Ask at {hotline}.</translation>
    </message>
    <message numerus="yes">
        <source>%n 个月的电费和违约金</source>
        <translation>
            <numerusform>%n month and late fees</numerusform>
            <numerusform>%n months and late fees</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 个月的电费</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message>
        <source>{month}电费和违约金</source>
        <translation>{month} and its late fee</translation>
    </message>
    <message>
        <source>{month}电费</source>
        <translation>{month}</translation>
    </message>
    <message>
        <source>有的已在别处缴过，存进户里，下月抵扣</source>
        <translation>Paid elsewhere meanwhile: credit for next month</translation>
    </message>
    <message>
        <source>多的存进户里，下月抵扣</source>
        <translation>Over: credit for next month</translation>
    </message>
    <message>
        <source>还没对上户的</source>
        <translation>Fits no account yet</translation>
    </message>
    <message>
        <source>{time} 的，可能不是最新</source>
        <translation>As of {time}, maybe not the latest</translation>
    </message>
    <message>
        <source>正在问中心，请等一下。</source>
        <translation>Asking the centre. One moment.</translation>
    </message>
    <message>
        <source>正在再试</source>
        <translation>Trying again</translation>
    </message>
    <message>
        <source>不等了</source>
        <translation>Stop waiting</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>中心没有答复。查账单要连中心，请再试一次。</source>
        <translation>The centre did not answer. Bills come from there; please try again.</translation>
    </message>
    <message>
        <source>查账单要连中心。线路 {time} 断开，正在重连。</source>
        <translation>Bills come from the centre. The line broke at {time}; reconnecting.</translation>
    </message>
    <message>
        <source>户号 {digits} 位，印在账单左上角。</source>
        <translation>{digits} digits, printed at the top left of your bill.</translation>
    </message>
    <message numerus="yes">
        <source>还差 %n 位</source>
        <translation>
            <numerusform>%n digit to go</numerusform>
            <numerusform>%n digits to go</numerusform>
        </translation>
    </message>
    <message>
        <source>{few} 或 {many}</source>
        <translation>{few} or {many}</translation>
    </message>
    <message>
        <source>没有这个户号</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>稍等再查</source>
        <translation>Wait a little</translation>
    </message>
    <message>
        <source>没有查到。请对一对账单上的数字，按错的删掉重按。</source>
        <translation>Not found. Check it against your bill and correct the digits.</translation>
    </message>
    <message>
        <source>刚才查得太多了。请过一分钟再查，号码不用重按。</source>
        <translation>Too many look-ups. Try again in a minute; your digits stay.</translation>
    </message>
    <message>
        <source>正在查这一户</source>
        <translation>Looking it up</translation>
    </message>
    <message>
        <source>按上面的数字，{digits} 位</source>
        <translation>Press the {digits} digits above</translation>
    </message>
    <message numerus="yes">
        <source>再按 %n 位数字</source>
        <translation>
            <numerusform>Press %n more digit</numerusform>
            <numerusform>Press %n more digits</numerusform>
        </translation>
    </message>
    <message>
        <source>中心答得慢，还在问。不想等就点「不等了」，号码留着。</source>
        <translation>The centre is slow. Stop waiting if you like; your digits stay.</translation>
    </message>
    <message>
        <source>有一张没能数清</source>
        <translation>One note could not be counted</translation>
    </message>
    <message>
        <source>不是您的错。请别用手或东西去掏。</source>
        <translation>It is not your fault. Please don’t reach into it.</translation>
    </message>
    <message>
        <source>不是您的错，入钞口断了一下。</source>
        <translation>It is not your fault: the slot was cut off for a moment.</translation>
    </message>
    <message>
        <source>机器在核对，请等一下，别走开</source>
        <translation>The machine is checking. Please stay a moment.</translation>
    </message>
    <message>
        <source>这是缴费凭据，不是发票</source>
        <translation>A proof of payment, not an invoice</translation>
    </message>
    <message>
        <source>数过的 {sum} 记好了</source>
        <translation>{sum} counted and safe</translation>
    </message>
    <message>
        <source>别的钱没有收</source>
        <translation>Nothing else was taken</translation>
    </message>
    <message>
        <source>停电、关机都不会丢，连上中心就入账。</source>
        <translation>Nothing can lose it; booked once the centre is reached.</translation>
    </message>
    <message>
        <source>停电、关机都不会丢，给您收据。</source>
        <translation>No power cut can lose it. You get a receipt.</translation>
    </message>
    <message>
        <source>没数清的那一张替您登记，开箱就知道。</source>
        <translation>The one in doubt is registered and looked for.</translation>
    </message>
    <message>
        <source>打电话可以问</source>
        <translation>ask by phone</translation>
    </message>
    <message>
        <source>不付了吗？</source>
        <translation>Leave without paying?</translation>
    </message>
    <message>
        <source>现在走，入钞口就关上。</source>
        <translation>If you leave now, the slot closes.</translation>
    </message>
    <message>
        <source>还没有收您的钱</source>
        <translation>No money has been taken</translation>
    </message>
    <message>
        <source>账单还在，什么时候来缴都可以。</source>
        <translation>The bill stays; pay it whenever you like.</translation>
    </message>
    <message>
        <source>还没有缴的</source>
        <translation>Not paid yet</translation>
    </message>
    <message>
        <source>接着付</source>
        <translation>Go on paying</translation>
    </message>
    <message>
        <source>不付了</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>到此为止吗？</source>
        <translation>Stop here?</translation>
    </message>
    <message>
        <source>已经放进去的不退钞，马上记账，给您收据。</source>
        <translation>Notes put in are not given back. They are booked, with a receipt.</translation>
    </message>
    <message>
        <source>放进去的 {sum} 都在</source>
        <translation>Your {sum} is safe</translation>
    </message>
    <message>
        <source>停电、关机都不会丢。</source>
        <translation>No power cut can lose it.</translation>
    </message>
    <message>
        <source>现在停下，这样记</source>
        <translation>If you stop now, it pays</translation>
    </message>
    <message>
        <source>接着放钞票</source>
        <translation>Put in more notes</translation>
    </message>
    <message>
        <source>到此为止</source>
        <translation>Stop here</translation>
    </message>
    <message>
        <source>有一张钞票还在里面，数完才能走。</source>
        <translation>A note is still inside. You can leave once it is counted.</translation>
    </message>
    <message>
        <source>还差 {sum}</source>
        <translation>{sum} left</translation>
    </message>
    <message>
        <source>还清</source>
        <translation>paid in full</translation>
    </message>
    <message>
        <source>多的存进户里</source>
        <translation>Over, to your account</translation>
    </message>
    <message>
        <source>下月抵扣</source>
        <translation>credit for next month</translation>
    </message>
    <message numerus="yes">
        <source>最早的 %n 个月</source>
        <translation>
            <numerusform>The oldest %n month</numerusform>
            <numerusform>The oldest %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>最早的 %n 个月还清</source>
        <translation>
            <numerusform>the oldest %n month in full</numerusform>
            <numerusform>the oldest %n months in full</numerusform>
        </translation>
    </message>
    <message>
        <source>{month}还 {sum}</source>
        <translation>{sum} for {month}</translation>
    </message>
    <message>
        <source>{first}，{rest}</source>
        <translation>{first}, {rest}</translation>
    </message>
    <message>
        <source>{first}、{rest}</source>
        <translation>{first}, {rest}</translation>
    </message>
    <message>
        <source>可以收现金了</source>
        <translation>Cash works again</translation>
    </message>
    <message>
        <source>刚才入钞口没有准备好，现在好了。</source>
        <translation>The slot was not ready; now it is.</translation>
    </message>
    <message>
        <source>入钞口正在准备</source>
        <translation>The slot is getting ready</translation>
    </message>
    <message>
        <source>一般不到一分钟。好了，下面的键会亮。</source>
        <translation>Mostly under a minute. The key below lights up then.</translation>
    </message>
    <message>
        <source>入钞口卡住了</source>
        <translation>The note slot is jammed</translation>
    </message>
    <message>
        <source>请别用手或东西去掏，等维护人员来修。</source>
        <translation>Please don’t reach into it. A technician has to free it.</translation>
    </message>
    <message>
        <source>钞箱满了</source>
        <translation>The cash box is full</translation>
    </message>
    <message>
        <source>换过钞箱才能再收现金。</source>
        <translation>Cash can be taken again once it is changed.</translation>
    </message>
    <message>
        <source>钞箱正在换</source>
        <translation>The cash box is being changed</translation>
    </message>
    <message>
        <source>换好了，下面的键会亮。</source>
        <translation>The key below lights up once that is done.</translation>
    </message>
    <message>
        <source>连不上入钞口</source>
        <translation>The note slot doesn’t answer</translation>
    </message>
    <message>
        <source>机器正在重连。连上了，下面的键会亮。</source>
        <translation>It is being reconnected. The key below lights up then.</translation>
    </message>
    <message>
        <source>现在收不了现金</source>
        <translation>No cash can be taken now</translation>
    </message>
    <message>
        <source>这台机器的入钞口要修，请等维护人员来。</source>
        <translation>This kiosk’s slot needs a technician.</translation>
    </message>
    <message>
        <source>{time} 派的送电单。</source>
        <translation>Ordered {time}.</translation>
    </message>
    <message>
        <source>过了时间还没有电，打 {hotline}，报送电单号。</source>
        <translation>No power by then? Call {hotline}, say the number.</translation>
    </message>
    <message>
        <source>收据号 {number} · {time}</source>
        <translation>Receipt {number} · {time}</translation>
    </message>
    <message>
        <source>缴了 {sum}</source>
        <translation>Paid {sum}</translation>
    </message>
    <message>
        <source>缴了 {sum}，多的 {over} 存进户里</source>
        <translation>Paid {sum}, {over} over stays on the account</translation>
    </message>
    <message>
        <source>今天 {time}</source>
        <translation>Today {time}</translation>
    </message>
    <message>
        <source>明天 {time}</source>
        <translation>Tomorrow {time}</translation>
    </message>
    <message>
        <source>已经记到户里。</source>
        <translation>It is booked to the account.</translation>
    </message>
    <message>
        <source>已经存好，连上中心就入账。</source>
        <translation>It is kept safe and booked once the centre is reached.</translation>
    </message>
    <message numerus="yes">
        <source>%n 秒后回到首页。</source>
        <translation>
            <numerusform>Home in %n second.</numerusform>
            <numerusform>Home in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>正在打印收据，请等一下</source>
        <translation>Printing your receipt, one moment</translation>
    </message>
    <message>
        <source>收据打好了，别忘了拿</source>
        <translation>Receipt printed, please take it</translation>
    </message>
    <message>
        <source>没有纸质收据：请扫码，或记下收据号</source>
        <translation>No paper receipt: scan, or note the number</translation>
    </message>
    <message>
        <source>缺纸，没有打出来：请扫码，或记下收据号</source>
        <translation>Out of paper: scan, or note the number</translation>
    </message>
    <message>
        <source>打印机盖开着，没有打出来：请扫码，或记下收据号</source>
        <translation>Printer cover open: scan, or note the number</translation>
    </message>
    <message>
        <source>没有打出来：请扫码，或记下收据号</source>
        <translation>Not printed: scan, or note the number</translation>
    </message>
    <message>
        <source>正在打印登记单，请等一下</source>
        <translation>Printing the claim slip, one moment</translation>
    </message>
    <message>
        <source>登记单打好了，别忘了拿</source>
        <translation>Claim slip printed, please take it</translation>
    </message>
    <message>
        <source>没有打出来：请记下登记编号</source>
        <translation>Not printed: note the claim number</translation>
    </message>
    <message>
        <source>放进去的 {sum} 会记到户里。</source>
        <translation>Your {sum} will be credited.</translation>
    </message>
    <message>
        <source>还没有付钱。</source>
        <translation>Nothing has been paid yet.</translation>
    </message>
    <message numerus="yes">
        <source>公告的停电，%n 处</source>
        <translation>
            <numerusform>%n outage announced</numerusform>
            <numerusform>%n outages announced</numerusform>
        </translation>
    </message>
    <message>
        <source>现在没有公告的停电。</source>
        <translation>No outages are announced.</translation>
    </message>
    <message numerus="yes">
        <source>后面 %n 处</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>前面 %n 处</source>
        <translation>
            <numerusform>%n before</numerusform>
            <numerusform>%n before</numerusform>
        </translation>
    </message>
    <message>
        <source>{time} 停的</source>
        <translation>Out since {time}</translation>
    </message>
    <message>
        <source>{time} 停</source>
        <translation>Out from {time}</translation>
    </message>
    <message>
        <source>来电时间还不知道</source>
        <translation>No time known yet</translation>
    </message>
    <message>
        <source>预计来电</source>
        <translation>Back about</translation>
    </message>
    <message>
        <source>{day} 来电</source>
        <translation>Back on {day}</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>不用缴</source>
        <translation>Nothing due</translation>
    </message>
    <message>
        <source>户名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>用电地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>查另一户</source>
        <translation>Look up another account</translation>
    </message>
    <message>
        <source>按那一户的户号</source>
        <translation>By its account number</translation>
    </message>
    <message>
        <source>觉得不对，打电话 %1</source>
        <translation>Not what you expected? Call %1</translation>
    </message>
    <message>
        <source>24 小时有人</source>
        <translation>Day and night</translation>
    </message>
    <message>
        <source>付现金</source>
        <translation>Paying in cash</translation>
    </message>
    <message>
        <source>每一张都先记账</source>
        <translation>Every note is recorded first</translation>
    </message>
    <message>
        <source>中途停电也不会丢；够了，入钞口自己关上</source>
        <translation>No power cut loses it; the slot closes at enough</translation>
    </message>
    <message>
        <source>付完给收据</source>
        <translation>You get a receipt</translation>
    </message>
    <message>
        <source>带签名的码和收据号，没有纸也能拿</source>
        <translation>A signed code and a number, even without paper</translation>
    </message>
    <message>
        <source>再算一次</source>
        <translation>Work it out again</translation>
    </message>
    <message>
        <source>好了，回首页</source>
        <translation>All right, home</translation>
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
    <name>BillPicture</name>
    <message>
        <source>账单左上角印着户号</source>
        <translation>The account number is at the bill’s top left</translation>
    </message>
    <message>
        <source>户号</source>
        <translation>Account no.</translation>
    </message>
    <message>
        <source>户号在这里</source>
        <translation>Here it is</translation>
    </message>
    <message>
        <source>没带账单？打服务热线，报地址和户名能问到。</source>
        <translation>No bill? The hotline finds it by name and address.</translation>
    </message>
</context>
<context>
    <name>CashPage</name>
    <message>
        <source>一张一张放，展平</source>
        <translation>One at a time, flat</translation>
    </message>
    <message>
        <source>不分正反面</source>
        <translation>Either side up</translation>
    </message>
    <message>
        <source>屏幕右下方，绿灯亮处</source>
        <translation>Lower right, green light</translation>
    </message>
    <message>
        <source>不找零，多的存进户里，下月抵电费。</source>
        <translation>No change: what is over is credit for next month.</translation>
    </message>
    <message>
        <source>停电、关机都不会丢。</source>
        <translation>No power cut can lose it.</translation>
    </message>
</context>
<context>
    <name>CashTotals</name>
    <message>
        <source>已放入</source>
        <translation>Put in</translation>
    </message>
    <message>
        <source>再放</source>
        <translation>Still missing</translation>
    </message>
    <message>
        <source>元就够</source>
        <translation>yuan</translation>
    </message>
</context>
<context>
    <name>ConfirmPage</name>
    <message>
        <source>是这一户吗？</source>
        <translation>Is this the account?</translation>
    </message>
    <message>
        <source>您按的户号</source>
        <translation>The number you typed</translation>
    </message>
    <message>
        <source>户名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>用电地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>名字和地址只露一部分，别人按您的户号也一样。</source>
        <translation>Only part is shown, to you as to anybody with this number.</translation>
    </message>
    <message>
        <source>不太像？</source>
        <translation>Not quite right?</translation>
    </message>
    <message>
        <source>名字是以前的房主</source>
        <translation>It names a former owner</translation>
    </message>
    <message>
        <source>可以照样缴，记到这一户</source>
        <translation>You can pay all the same</translation>
    </message>
    <message>
        <source>替别人缴</source>
        <translation>Paying for somebody else</translation>
    </message>
    <message>
        <source>可以，对方只看到缴了多少，看不到是谁缴的</source>
        <translation>They see what was paid, not who paid it</translation>
    </message>
    <message>
        <source>按错了一位</source>
        <translation>One digit is wrong</translation>
    </message>
    <message>
        <source>点左下角「不是」，接着改，不用从头按</source>
        <translation>Press No, lower left, and correct just that</translation>
    </message>
    <message>
        <source>都不是，我不知道户号</source>
        <translation>None of these, I don’t know it</translation>
    </message>
    <message>
        <source>是，看账单</source>
        <translation>Yes, show the bill</translation>
    </message>
    <message>
        <source>不是</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>DeviceGuide</name>
    <message>
        <source>入钞口</source>
        <translation>Note slot</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>您的收据</source>
        <translation>Your receipt</translation>
    </message>
    <message>
        <source>放钞票的时间</source>
        <translation>When you paid</translation>
    </message>
    <message>
        <source>打电话时报这个时间</source>
        <translation>Say this time when you call</translation>
    </message>
    <message>
        <source>收据号，扫码或记下来</source>
        <translation>Receipt no.: scan or note it</translation>
    </message>
    <message>
        <source>办完了，回首页</source>
        <translation>Done, home</translation>
    </message>
    <message>
        <source>再办一件</source>
        <translation>Another</translation>
    </message>
</context>
<context>
    <name>HallDownPage</name>
    <message>
        <source>现在连不上中心</source>
        <translation>The centre can’t be reached</translation>
    </message>
    <message>
        <source>在这里付过的钱都已存好，一连上就入账。</source>
        <translation>Money paid here is safe and booked once the line is back.</translation>
    </message>
    <message>
        <source>现在还能办</source>
        <translation>What still works</translation>
    </message>
    <message>
        <source>首页看停电信息</source>
        <translation>Outages, on the home page</translation>
    </message>
    <message>
        <source>急事打电话 %1</source>
        <translation>Urgent: call %1</translation>
    </message>
    <message>
        <source>24 小时有人</source>
        <translation>Day and night</translation>
    </message>
    <message>
        <source>查账单、付现金</source>
        <translation>Bills and cash</translation>
    </message>
    <message>
        <source>查不到账单，怕收错；等线路恢复</source>
        <translation>Without the bill the wrong sum might be taken; wait for the line</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
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
    <name>IdentifyPage</name>
    <message>
        <source>您的户号是多少？</source>
        <translation>What is your account number?</translation>
    </message>
    <message>
        <source>按户号</source>
        <translation>Press the number</translation>
    </message>
    <message>
        <source>查这一户</source>
        <translation>Look it up</translation>
    </message>
</context>
<context>
    <name>JamPage</name>
    <message>
        <source>数过的</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>没数清的那一张</source>
        <translation>The note in doubt</translation>
    </message>
    <message>
        <source>开箱对账，是您的就补记到户里或退给您。</source>
        <translation>The box will be opened; if it is yours, you get it.</translation>
    </message>
    <message>
        <source>登记编号</source>
        <translation>Claim number</translation>
    </message>
    <message>
        <source>没数清的那一张，查问时报这个号</source>
        <translation>For the note in doubt: say it when you ask</translation>
    </message>
    <message>
        <source>开箱、双人清点，是您的就补记或退还</source>
        <translation>Two people count the box; if it is yours, you get it</translation>
    </message>
    <message>
        <source>收据号，扫码或记下来</source>
        <translation>Receipt no.: scan or note it</translation>
    </message>
    <message>
        <source>办完了，回首页</source>
        <translation>Done, home</translation>
    </message>
    <message>
        <source>请等一下</source>
        <translation>One moment, please</translation>
    </message>
    <message>
        <source>再办一件</source>
        <translation>Another</translation>
    </message>
    <message>
        <source>最晚什么时候有答复</source>
        <translation>Answer by</translation>
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
    <name>NoCashPage</name>
    <message>
        <source>还没有收您的钱</source>
        <translation>No money has been taken</translation>
    </message>
    <message>
        <source>选好的月份还在，好了接着缴。</source>
        <translation>The months you chose are kept.</translation>
    </message>
    <message>
        <source>可以这样办</source>
        <translation>What you can do</translation>
    </message>
    <message>
        <source>等一等</source>
        <translation>Wait a little</translation>
    </message>
    <message>
        <source>恢复了，下面的键会亮</source>
        <translation>The key below lights up when it works</translation>
    </message>
    <message>
        <source>到别的网点缴</source>
        <translation>Pay at another hall</translation>
    </message>
    <message>
        <source>户号一样能用，账单不会变</source>
        <translation>Same number, same bill</translation>
    </message>
    <message>
        <source>问一声，打电话</source>
        <translation>Questions? Call</translation>
    </message>
    <message>
        <source>接着付现金</source>
        <translation>Go on with cash</translation>
    </message>
    <message>
        <source>回首页</source>
        <translation>Home</translation>
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
    <name>OutagesPage</name>
    <message>
        <source>哪里停电，几点来电？</source>
        <translation>Where is it out, and until when?</translation>
    </message>
    <message>
        <source>只有自己家没电，多半是家里跳闸。</source>
        <translation>Only your home is dark? Look at your own breakers first.</translation>
    </message>
    <message>
        <source>看一眼电表：屏幕黑着，才是没有电送到您家</source>
        <translation>Look at the meter: only a dark display means no supply</translation>
    </message>
    <message>
        <source>看配电箱：哪个开关跳下来了，拔掉新插的电器</source>
        <translation>Look at the breakers: one is down? Unplug what was new</translation>
    </message>
    <message>
        <source>再推上去；还跳，就别再推，打电话</source>
        <translation>Push it up again. If it trips once more, leave it and call</translation>
    </message>
    <message>
        <source>看完了，回首页</source>
        <translation>Done, go home</translation>
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
    <name>ReconnectPage</name>
    <message>
        <source>缴清了，送电单已派</source>
        <translation>Paid, power comes back</translation>
    </message>
    <message>
        <source>最晚送电</source>
        <translation>Power back by</translation>
    </message>
    <message>
        <source>送电单号，记下来</source>
        <translation>Order number, note it down</translation>
    </message>
    <message>
        <source>您在家按一下电表</source>
        <translation>At home, press the meter’s key</translation>
    </message>
    <message>
        <source>电表显示「可合闸」时，按住表上的键 3 秒</source>
        <translation>When the meter is ready, hold its key for 3 seconds</translation>
    </message>
    <message>
        <source>送电前把电炉、电熨斗、电热毯都关掉，插头拔了。</source>
        <translation>Before that, unplug heaters, irons and electric blankets.</translation>
    </message>
    <message>
        <source>办完了，回首页</source>
        <translation>Done, home</translation>
    </message>
    <message>
        <source>再办一件</source>
        <translation>Another</translation>
    </message>
</context>
<context>
    <name>RefusedPage</name>
    <message>
        <source>请先取走这张</source>
        <translation>Please take it first</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>RestartedPage</name>
    <message>
        <source>机器刚才重新启动过</source>
        <translation>This kiosk has restarted</translation>
    </message>
    <message>
        <source>重启以前放进来的钱，一分不少：</source>
        <translation>Money put in before is all there:</translation>
    </message>
    <message>
        <source>户号</source>
        <translation>Account no.</translation>
    </message>
    <message>
        <source>只有户主认得出</source>
        <translation>Only its owner can tell</translation>
    </message>
    <message>
        <source>收据号</source>
        <translation>Receipt number</translation>
    </message>
    <message>
        <source>有疑问，打电话</source>
        <translation>Questions? Call</translation>
    </message>
    <message>
        <source>知道了，回首页</source>
        <translation>Understood, home</translation>
    </message>
</context>
<context>
    <name>SlipLine</name>
    <message>
        <source>这是缴费凭据，不是发票</source>
        <translation>A proof of payment, not an invoice</translation>
    </message>
    <message>
        <source>再打一次</source>
        <translation>Print again</translation>
    </message>
</context>
<context>
    <name>StepPanes</name>
    <message>
        <source>第 %1 步，共 %2 步：%3</source>
        <translation>Step %1 of %2: %3</translation>
    </message>
</context>
<context>
    <name>StillTherePage</name>
    <message>
        <source>没有人点，就结束这次办理，屏幕上您的资料会清掉。</source>
        <translation>Without an answer this visit ends and your details leave the screen.</translation>
    </message>
    <message>
        <source>我还在</source>
        <translation>I am here</translation>
    </message>
    <message>
        <source>办完了</source>
        <translation>Finished</translation>
    </message>
</context>
<context>
    <name>StillThereSheet</name>
    <message>
        <source>您还在吗？</source>
        <translation>Still there?</translation>
    </message>
    <message>
        <source>屏幕已遮住</source>
        <translation>The screen is covered</translation>
    </message>
    <message>
        <source>点「我还在」，接着刚才的办</source>
        <translation>Press “I am here” to go on</translation>
    </message>
    <message>
        <source>秒</source>
        <translation>s</translation>
    </message>
</context>
</TS>
