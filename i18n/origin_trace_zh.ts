<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>OriginTrace</name>
    <message>
      <location filename="core/accepting.py" />
      <source>A record that is not saved yet has no number to accept a warning for.</source>
      <translation>尚未保存的记录没有编号，不能认可其提醒。</translation>
    </message>
    <message>
      <location filename="core/accepting.py" />
      <location filename="processing/algorithms/accept_warning.py" />
      <source>A warning is accepted only with a reason.</source>
      <translation>认可提醒必须填写理由。</translation>
    </message>
    <message>
      <location filename="core/accepting.py" />
      <source>Correct the record.</source>
      <translation>请更正记录。</translation>
    </message>
    <message>
      <location filename="core/accepting.py" />
      <location filename="processing/algorithms/accept_warning.py" />
      <source>Enter your name in the settings, or as the operator here.</source>
      <translation>请在设置中填写姓名，或在此处填写操作人。</translation>
    </message>
    <message>
      <location filename="core/accepting.py" />
      <location filename="processing/algorithms/accept_warning.py" />
      <source>Nobody is named who accepts.</source>
      <translation>未写明由谁认可。</translation>
    </message>
    <message>
      <location filename="core/accepting.py" />
      <source>Save the edits, then accept the warning.</source>
      <translation>请先保存编辑，再认可提醒。</translation>
    </message>
    <message>
      <location filename="core/accepting.py" />
      <location filename="processing/algorithms/accept_warning.py" />
      <source>Write why it is right as it stands.</source>
      <translation>请写明内容无误的理由。</translation>
    </message>
    <message>
      <location filename="core/accepting.py" />
      <source>{rule} is an error and cannot be accepted.</source>
      <translation>{rule} 是错误，不能认可。</translation>
    </message>
    <message>
      <location filename="core/addresses.py" />
      <location filename="core/choices.py" />
      <location filename="core/contacts.py" />
      <location filename="core/names.py" />
      <source>The cell holds the error {error}: type the value.</source>
      <translation>单元格显示错误值 {error}：请重新填写。</translation>
    </message>
    <message>
      <location filename="core/addresses.py" />
      <source>The township's cell names {other}, the village's cell {village}: which is right?</source>
      <translation>乡镇栏写的是{other}，村栏写的是{village}：哪个正确？</translation>
    </message>
    <message>
      <location filename="core/addresses.py" />
      <source>{rest} was moved to the address detail.</source>
      <translation>「{rest}」已移到详细地址。</translation>
    </message>
    <message>
      <location filename="core/amounts.py" />
      <source>{raw} gives one area in two units; it was taken once.</source>
      <translation>{raw} 用两种单位写了同一面积，只计一次。</translation>
    </message>
    <message>
      <location filename="core/amounts.py" />
      <source>{raw} has a comma for a point; check the number.</source>
      <translation>{raw} 用逗号代替了小数点；请核对。</translation>
    </message>
    <message>
      <location filename="core/amounts.py" />
      <source>{raw} has letters for digits; check the number.</source>
      <translation>{raw} 中有字母代替数字；请核对。</translation>
    </message>
    <message>
      <location filename="core/amounts.py" />
      <source>{raw} holds several numbers; is the total meant?</source>
      <translation>{raw} 含有多个数；是否应取其中的合计数？</translation>
    </message>
    <message>
      <location filename="core/amounts.py" />
      <source>{raw} holds several numbers; is their sum meant?</source>
      <translation>{raw} 含有多个数；是否应取合计？</translation>
    </message>
    <message>
      <location filename="core/amounts.py" />
      <source>{raw} holds several numbers; write one.</source>
      <translation>{raw} 含有多个数；只填一个。</translation>
    </message>
    <message>
      <location filename="core/amounts.py" />
      <source>{raw} is a range; write one number.</source>
      <translation>{raw} 是范围；请填一个数。</translation>
    </message>
    <message>
      <location filename="core/amounts.py" />
      <location filename="core/numbers.py" />
      <source>{raw} is not a number; type the scale.</source>
      <translation>{raw} 不是数；请填写规模。</translation>
    </message>
    <message>
      <location filename="core/amounts.py" />
      <source>{raw} is not an exact number; it was taken as it stands.</source>
      <translation>{raw} 不是准确数；已照原数采用。</translation>
    </message>
    <message>
      <location filename="core/amounts.py" />
      <source>{raw} is not what is asked for; give what is kept or planted now.</source>
      <translation>{raw} 不是所需内容；请填写现有存栏或种植规模。</translation>
    </message>
    <message>
      <location filename="core/amounts.py" />
      <source>{raw} is written in scientific form; check it.</source>
      <translation>{raw} 为科学计数法；请核对。</translation>
    </message>
    <message>
      <location filename="core/amounts.py" />
      <source>{raw} is written in words; check the number.</source>
      <translation>{raw} 用文字书写；请核对。</translation>
    </message>
    <message>
      <location filename="core/amounts.py" />
      <source>{raw}: the decimal point was put right.</source>
      <translation>{raw}：小数点已更正。</translation>
    </message>
    <message>
      <location filename="core/amounts.py" />
      <location filename="core/numbers.py" />
      <source>{raw}: the scale must be above 0; type the scale.</source>
      <translation>{raw}：规模必须大于 0；请重新填写规模。</translation>
    </message>
    <message>
      <location filename="core/amounts.py" />
      <source>{raw}: the words beside the number were put aside.</source>
      <translation>{raw}：数量以外的文字未采用。</translation>
    </message>
    <message>
      <location filename="core/base_list.py" />
      <location filename="layers/people_store.py" />
      <location filename="dialogs/worklist_filters.py" />
      <source>Collector</source>
      <translation>信息采集员</translation>
    </message>
    <message>
      <location filename="core/base_list.py" />
      <source>Grid</source>
      <translation>图格</translation>
    </message>
    <message>
      <location filename="core/base_list.py" />
      <source>Grid officer</source>
      <translation>网格员</translation>
    </message>
    <message>
      <location filename="core/base_list.py" />
      <location filename="core/warning_words.py" />
      <source>No.</source>
      <translation>序号</translation>
    </message>
    <message>
      <location filename="core/base_list.py" />
      <source>On the market</source>
      <translation>上市时间</translation>
    </message>
    <message>
      <location filename="core/base_list.py" />
      <source>Place</source>
      <translation>地点</translation>
    </message>
    <message>
      <location filename="core/base_list.py" />
      <location filename="dialogs/people_dialog.py" />
      <location filename="dialogs/worklist_model.py" />
      <source>Producer</source>
      <translation>主体</translation>
    </message>
    <message>
      <location filename="core/base_list.py" />
      <location filename="dialogs/worklist_filters.py" />
      <location filename="dialogs/worklist_model.py" />
      <source>Product</source>
      <translation>产品</translation>
    </message>
    <message>
      <location filename="core/base_list.py" />
      <location filename="core/draw_list.py" />
      <source>Result</source>
      <translation>检查结果</translation>
    </message>
    <message>
      <location filename="core/base_list.py" />
      <location filename="core/statistics_words.py" />
      <location filename="core/warning_words.py" />
      <location filename="layers/atlas.py" />
      <location filename="processing/map_style_parameters.py" />
      <location filename="dialogs/query_form.py" />
      <location filename="dialogs/query_ranges.py" />
      <source>Scale</source>
      <translation>规模</translation>
    </message>
    <message>
      <location filename="core/cell_findings.py" />
      <source>{column} was not understood.</source>
      <translation>「{column}」的内容无法识别。</translation>
    </message>
    <message>
      <location filename="core/choices.py" />
      <source>Does {found} mean {option}?</source>
      <translation>「{found}」是否指「{option}」？</translation>
    </message>
    <message>
      <location filename="core/choices.py" />
      <source>No option is ticked: tick what applies.</source>
      <translation>没有勾选任何选项：请勾选适用的选项。</translation>
    </message>
    <message>
      <location filename="core/choices.py" />
      <source>Only one of {options} can be right: choose one.</source>
      <translation>{options} 中只能有一项正确：请选定一个。</translation>
    </message>
    <message>
      <location filename="core/choices.py" />
      <source>Taken as {options}; the rest went to the remarks: {rest}.</source>
      <translation>已取{options}；其余内容移到备注：{rest}。</translation>
    </message>
    <message>
      <location filename="core/choices.py" />
      <source>{found} is none of the options: choose from {options}.</source>
      <translation>「{found}」不是可选项：请从{options}中选填。</translation>
    </message>
    <message>
      <location filename="core/choices.py" />
      <location filename="core/contacts.py" />
      <location filename="core/names.py" />
      <location filename="core/village_lists.py" />
      <source>{found} points to another cell: write it out.</source>
      <translation>「{found}」指向其他单元格：请写出具体内容。</translation>
    </message>
    <message>
      <location filename="core/choices.py" />
      <source>{found} was taken as {options}.</source>
      <translation>「{found}」已按{options}处理。</translation>
    </message>
    <message>
      <location filename="core/contact_plan.py" />
      <location filename="core/inspection_plan.py" />
      <source>Changed: {changes}.</source>
      <translation>已更改：{changes}。</translation>
    </message>
    <message>
      <location filename="core/contact_plan.py" />
      <source>Neither an office nor a person is named: it was not imported.</source>
      <translation>既没有单位也没有人员姓名，未导入。</translation>
    </message>
    <message>
      <location filename="core/contact_plan.py" />
      <source>{row} names the same office and people, but says something else: this one was not imported. Delete one of the two rows.</source>
      <translation>{row}是同一单位、同样的人员，但内容不同：本行未导入，请删去其中一行。</translation>
    </message>
    <message>
      <location filename="core/contact_plan.py" />
      <source>{unit} has several rows, and these people are in none that could be told: it was not imported. It may be the row of {other}: correct that one in the table of contacts, or give the names of those who stayed.</source>
      <translation>{unit}有多行，无法判断这一行对应哪一行，未导入。可能是{other}那一行：请在联系方式表中更正该行，或写上没有变动的人员姓名。</translation>
    </message>
    <message>
      <location filename="core/contacts.py" />
      <source>No office is named.</source>
      <translation>没有填写牵头单位名称。</translation>
    </message>
    <message>
      <location filename="core/contacts.py" />
      <source>Whose office {unit} is, is not known: write the township before the name, or choose the region for the import.</source>
      <translation>无法判断{unit}属于哪一级、哪个地区：请在单位名称前写上乡(镇)名，或在导入时指定单位所属区划。</translation>
    </message>
    <message>
      <location filename="core/coordinate_text.py" />
      <source>{raw} has 60 minutes or seconds; check the point.</source>
      <translation>{raw} 的分或秒写成了 60；请核对点位。</translation>
    </message>
    <message>
      <location filename="core/coordinate_text.py" />
      <source>{raw} has a minus sign, which no place in China has; check it.</source>
      <translation>{raw} 带负号，中国境内没有负值；请核对。</translation>
    </message>
    <message>
      <location filename="core/coordinate_text.py" />
      <source>{raw} has letters for digits; check the point.</source>
      <translation>{raw} 中有字母代替数字；请核对点位。</translation>
    </message>
    <message>
      <location filename="core/coordinate_text.py" />
      <source>{raw} has more than one decimal point; check the point.</source>
      <translation>{raw} 有多个小数点；请核对点位。</translation>
    </message>
    <message>
      <location filename="core/coordinate_text.py" />
      <source>{raw} has no decimal point; check the point.</source>
      <translation>{raw} 没有小数点；请核对点位。</translation>
    </message>
    <message>
      <location filename="core/coordinate_text.py" />
      <source>{raw} is an Excel error; type the coordinates.</source>
      <translation>{raw} 是 Excel 错误值；请重新填写经纬度。</translation>
    </message>
    <message>
      <location filename="core/coordinate_text.py" />
      <source>{raw} is in a system that cannot be converted here: take it in CGCS2000.</source>
      <translation>{raw} 所用坐标系此处不能换算：请用 CGCS2000 重新采集点位。</translation>
    </message>
    <message>
      <location filename="core/coordinate_text.py" />
      <source>{raw} is masked; give the whole point.</source>
      <translation>{raw} 已被遮盖；请填写完整的经纬度。</translation>
    </message>
    <message>
      <location filename="core/coordinate_text.py" />
      <source>{raw} is not a coordinate: write it as 115.039559,26.710152.</source>
      <translation>{raw} 不是经纬度：请写成 115.039559,26.710152 的形式。</translation>
    </message>
    <message>
      <location filename="core/coordinate_text.py" />
      <source>{raw} is written in scientific form; check the point.</source>
      <translation>{raw} 为科学计数法；请核对点位。</translation>
    </message>
    <message>
      <location filename="core/coordinate_text.py" />
      <source>{raw} lies in the other hemisphere: take the point again.</source>
      <translation>{raw} 在另一半球：请重新采集点位。</translation>
    </message>
    <message>
      <location filename="core/coordinate_text.py" />
      <location filename="core/coordinates.py" />
      <source>{raw} names two coordinate systems; name the right one.</source>
      <translation>{raw} 写了两种坐标系；请写明正确的一种。</translation>
    </message>
    <message>
      <location filename="core/coordinate_text.py" />
      <source>{raw} was not understood: write the point as 115.039559,26.710152.</source>
      <translation>{raw} 无法识别：请把点位写成 115.039559,26.710152 的形式。</translation>
    </message>
    <message>
      <location filename="core/coordinate_text.py" />
      <source>{raw} was read as degrees, minutes and seconds.</source>
      <translation>{raw} 已按度分秒读取。</translation>
    </message>
    <message>
      <location filename="core/coordinate_text.py" />
      <source>{raw}: minutes and seconds must be below 60; check the point.</source>
      <translation>{raw}：分和秒必须小于 60；请核对点位。</translation>
    </message>
    <message>
      <location filename="core/coordinate_text.py" />
      <source>{raw}: the decimal point was put right; check the point.</source>
      <translation>{raw}：小数点已更正；请核对点位。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <source>{raw} does not lie in China; take the point again.</source>
      <translation>{raw} 不在中国境内；请重新采集点位。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <location filename="core/rules_place.py" />
      <source>{raw} has fewer than 6 decimals; take the point again (note 6).</source>
      <translation>{raw} 不足 6 位小数；请重新采集点位（备注6）。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <source>{raw} has its decimal point lost or misplaced; check the point.</source>
      <translation>{raw} 小数点丢失或错位；请核对点位。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <source>{raw} holds a third number; it was left out.</source>
      <translation>{raw} 含有第三个数，已略去。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <source>{raw} holds more than one point; write one.</source>
      <translation>{raw} 含有多个点位；只填一个。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <source>{raw} holds more than the point; the text was put into the remarks.</source>
      <translation>{raw} 除点位外还有其他内容；文字已移到备注。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <source>{raw} holds no coordinates: write them as 115.039559,26.710152.</source>
      <translation>{raw} 中没有经纬度：请写成 115.039559,26.710152 的形式。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <source>{raw} holds no point: write longitude and latitude.</source>
      <translation>{raw} 中没有点位：请填写经度和纬度。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <source>{raw} is a range or one axis twice: write longitude and latitude.</source>
      <translation>{raw} 是范围，或同一方向的值写了两次：请各写一个经度和一个纬度。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <source>{raw} is in metres without the number of its zone; add the zone.</source>
      <translation>{raw} 以米为单位但缺少带号；请补上带号。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <source>{raw} is in metres; check the point.</source>
      <translation>{raw} 以米为单位；请核对点位。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <source>{raw} is no place; take the point again.</source>
      <translation>{raw} 不是有效位置；请重新采集点位。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <source>{raw} is not a pair of coordinates: write them as 115.039559,26.710152.</source>
      <translation>{raw} 不是一对经纬度：请写成 115.039559,26.710152 的形式。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <source>{raw} is not one coordinate: write one number.</source>
      <translation>{raw} 不是一个经度或纬度值：请只写一个数。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <source>{raw} is only one of longitude and latitude; write both.</source>
      <translation>{raw} 只有经度、纬度之一；请两个都填。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <source>{raw} names the same axis twice: write one longitude and one latitude.</source>
      <translation>{raw} 经度或纬度标注了两次：请各写一个经度和一个纬度。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <source>{raw} was taken as {system}.</source>
      <translation>{raw} 已按 {system} 处理。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <source>{raw}: both coordinates stand in one cell; they were split.</source>
      <translation>{raw}：经度、纬度写在同一格，已拆开。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <source>{raw}: longitude and latitude were the wrong way round; put right.</source>
      <translation>{raw}：经度、纬度颠倒，已对调。</translation>
    </message>
    <message>
      <location filename="core/coordinates.py" />
      <source>{raw}: the two cells contradict each other; check the point.</source>
      <translation>{raw}：两格内容互相矛盾；请核对点位。</translation>
    </message>
    <message>
      <location filename="core/date_points.py" />
      <location filename="core/date_text.py" />
      <source>{raw} names no month; write year and month.</source>
      <translation>{raw} 没有月份；请写明年和月。</translation>
    </message>
    <message>
      <location filename="core/date_points.py" />
      <source>{raw}: the year cannot be right; correct the date.</source>
      <translation>{raw}：年份不可能正确；请更正日期。</translation>
    </message>
    <message>
      <location filename="core/date_points.py" />
      <source>{raw}: there is no such day; correct the date.</source>
      <translation>{raw}：没有这一天；请更正日期。</translation>
    </message>
    <message>
      <location filename="core/date_points.py" />
      <source>{raw}: there is no such month; correct the date.</source>
      <translation>{raw}：没有这个月；请更正日期。</translation>
    </message>
    <message>
      <location filename="core/date_text.py" />
      <source>{raw} can be read in two ways; check the date.</source>
      <translation>{raw} 有两种读法；请核对日期。</translation>
    </message>
    <message>
      <location filename="core/date_text.py" />
      <source>{raw} can be read in two ways; check the dates.</source>
      <translation>{raw} 有两种读法；请核对日期。</translation>
    </message>
    <message>
      <location filename="core/date_text.py" />
      <source>{raw} gives the year once; it was taken for both dates.</source>
      <translation>{raw} 只写了一次年份，两个日期都按此年。</translation>
    </message>
    <message>
      <location filename="core/date_text.py" />
      <source>{raw} has letters for digits; check the date.</source>
      <translation>{raw} 中有字母代替数字；请核对日期。</translation>
    </message>
    <message>
      <location filename="core/date_text.py" />
      <source>{raw} holds several seasons; each crop is a row of its own (notice 5.4).</source>
      <translation>{raw} 含有多个上市期；每茬单独填写一行（实施方案五（四））。</translation>
    </message>
    <message>
      <location filename="core/date_text.py" />
      <source>{raw} is a date of the lunar calendar; ask for the month.</source>
      <translation>{raw} 是农历日期；请问清公历月份。</translation>
    </message>
    <message>
      <location filename="core/date_text.py" />
      <location filename="core/dates.py" />
      <source>{raw} is not a date: write it as 2023-05.</source>
      <translation>{raw} 不是日期：请写成 2023-05 的形式。</translation>
    </message>
    <message>
      <location filename="core/date_text.py" />
      <source>{raw} is not exact; it was taken as it stands.</source>
      <translation>{raw} 不精确；已照原样采用。</translation>
    </message>
    <message>
      <location filename="core/date_text.py" />
      <source>{raw} leaves one end open; write begin and end.</source>
      <translation>{raw} 有一端未写明；请写明起止时间。</translation>
    </message>
    <message>
      <location filename="core/date_text.py" />
      <source>{raw} names a feast or a solar term; ask for the month.</source>
      <translation>{raw} 是节日或节气；请问清月份。</translation>
    </message>
    <message>
      <location filename="core/date_text.py" />
      <source>{raw} names seasons; ask for the months.</source>
      <translation>{raw} 写的是季节；请问清月份。</translation>
    </message>
    <message>
      <location filename="core/date_text.py" />
      <source>{raw} was taken as January to December.</source>
      <translation>{raw} 已按 1 月至 12 月处理。</translation>
    </message>
    <message>
      <location filename="core/date_text.py" />
      <source>{raw} was taken as a month.</source>
      <translation>{raw} 已按月处理。</translation>
    </message>
    <message>
      <location filename="core/date_text.py" />
      <source>{raw} was taken as a third of the month.</source>
      <translation>{raw} 已按旬处理。</translation>
    </message>
    <message>
      <location filename="core/date_text.py" />
      <source>{raw} was taken as crossing the end of the year.</source>
      <translation>{raw} 已按跨年处理。</translation>
    </message>
    <message>
      <location filename="core/date_text.py" />
      <source>{raw} was taken as from the first to the last month.</source>
      <translation>{raw} 已按首月至末月处理。</translation>
    </message>
    <message>
      <location filename="core/date_text.py" />
      <source>{raw} was taken as whole months.</source>
      <translation>{raw} 已按整月处理。</translation>
    </message>
    <message>
      <location filename="core/date_text.py" />
      <source>{raw} was taken as {start} to {end}.</source>
      <translation>{raw} 已按 {start} 至 {end} 处理。</translation>
    </message>
    <message>
      <location filename="core/date_text.py" />
      <source>{raw}: the words beside the date were put aside.</source>
      <translation>{raw}：日期以外的文字未采用。</translation>
    </message>
    <message>
      <location filename="core/dates.py" />
      <source>{first} and {second} are both a season; check them.</source>
      <translation>{first} 和 {second} 都是时间段；请核对。</translation>
    </message>
    <message>
      <location filename="core/dates.py" />
      <source>{raw} can be January or, its 0 dropped by Excel, October.</source>
      <translation>{raw} 可能是 1 月，也可能是被 Excel 去掉 0 的 10 月。</translation>
    </message>
    <message>
      <location filename="core/dates.py" />
      <source>{raw} has no year; taken as {date}.</source>
      <translation>{raw} 没有年份；已按 {date} 处理。</translation>
    </message>
    <message>
      <location filename="core/dates.py" />
      <source>{raw} is a number; it was taken as year and month.</source>
      <translation>{raw} 是数值；已按年月处理。</translation>
    </message>
    <message>
      <location filename="core/dates.py" />
      <source>{raw} is an Excel error; type the date.</source>
      <translation>{raw} 是 Excel 错误值；请重新填写日期。</translation>
    </message>
    <message>
      <location filename="core/dates.py" />
      <source>{raw} is not one date; check it.</source>
      <translation>{raw} 不是单一日期；请核对。</translation>
    </message>
    <message>
      <location filename="core/dates.py" />
      <source>{raw} was turned into a date by Excel; check what was typed.</source>
      <translation>{raw} 被 Excel 转成了日期；请核对原来填写的内容。</translation>
    </message>
    <message>
      <location filename="core/divisions.py" />
      <source>Check the code of the county, or load the county's own list.</source>
      <translation>请检查县级代码，或加载本县自己的名录。</translation>
    </message>
    <message>
      <location filename="core/divisions.py" />
      <source>Choose a tsv or csv file, the same gzipped, or villages.zip.</source>
      <translation>请选择 tsv 或 csv 文件、其 gz 压缩文件，或 villages.zip。</translation>
    </message>
    <message>
      <location filename="core/divisions.py" />
      <source>Choose the list of one county.</source>
      <translation>请选择只含一个县的名录。</translation>
    </message>
    <message>
      <location filename="core/divisions.py" />
      <source>Codes have 2, 4, 6, 9 or 12 digits and begin with those of the county.</source>
      <translation>代码为 2、4、6、9 或 12 位数字，并以所属县的代码开头。</translation>
    </message>
    <message>
      <location filename="core/divisions.py" />
      <source>Name the county by its code of 6 digits.</source>
      <translation>请用 6 位代码指明县。</translation>
    </message>
    <message>
      <location filename="core/divisions.py" />
      <source>Save the list as csv (UTF-8 or GBK).</source>
      <translation>请把名录另存为 csv（UTF-8 或 GBK 编码）。</translation>
    </message>
    <message>
      <location filename="core/divisions.py" />
      <source>Save the list as csv with a column code and a column name.</source>
      <translation>请把名录另存为 csv，并含 code（代码）列和 name（名称）列。</translation>
    </message>
    <message>
      <location filename="core/divisions.py" />
      <source>The list of divisions {file} could not be read.</source>
      <translation>无法读取区划名录 {file}。</translation>
    </message>
    <message>
      <location filename="core/divisions.py" />
      <source>The list of divisions {file} has no row of {county}.</source>
      <translation>区划名录 {file} 中没有{county}的内容。</translation>
    </message>
    <message>
      <location filename="core/divisions.py" />
      <source>any division</source>
      <translation>任何区划</translation>
    </message>
    <message>
      <location filename="core/divisions.py" />
      <source>{file} has no columns of codes and names.</source>
      <translation>{file} 中没有代码列和名称列。</translation>
    </message>
    <message>
      <location filename="core/divisions.py" />
      <source>{file} has no villages of {county}.</source>
      <translation>{file} 中没有{county}的村。</translation>
    </message>
    <message>
      <location filename="core/divisions.py" />
      <source>{file} holds the villages of many counties.</source>
      <translation>{file} 含有多个县的村。</translation>
    </message>
    <message>
      <location filename="core/divisions.py" />
      <source>{file} is not a table of codes and names.</source>
      <translation>{file} 不是代码和名称的表格。</translation>
    </message>
    <message>
      <location filename="core/divisions.py" />
      <source>{file} is not a text file.</source>
      <translation>{file} 不是文本文件。</translation>
    </message>
    <message>
      <location filename="core/divisions.py" />
      <source>{file} is too large for a list of divisions.</source>
      <translation>{file} 作为区划名录过大。</translation>
    </message>
    <message>
      <location filename="core/draw_frame.py" />
      <source>It was changed, or written by a newer version of the plugin.</source>
      <translation>该抽样框已被改动，或由更新版本的插件写入。</translation>
    </message>
    <message>
      <location filename="core/draw_frame.py" />
      <source>The frame of a draw cannot be read at: {line}</source>
      <translation>抽取记录的抽样框读到此处无法识别：{line}</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>Contact</source>
      <translation>联系人</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <location filename="dialogs/person_editor.py" />
      <source>Date</source>
      <translation>日期</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>Drawn</source>
      <translation>抽取数</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>Drawn by {name}</source>
      <translation>抽取：{name}</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>Drawn by: ______________    Witnessed by: ______________    Date: ______________</source>
      <translation>抽取人：______________    监督人：______________    日期：______________</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>Drawn on {day}</source>
      <translation>抽取日期：{day}</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>Each failed result of the two years before {day} gave a producer one lot more, up to five.</source>
      <translation>{day} 前两年内每有一次检测不合格，该主体增加一个签，最多五个签。</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>In the frame</source>
      <translation>抽样框数量</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>In the frame: {query}</source>
      <translation>抽样范围：{query}</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>Inspectors</source>
      <translation>检查人员</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>Left out: {count} producers drawn or inspected since {day}.</source>
      <translation>已剔除 {day} 以来抽取或检查过的主体 {count} 个。</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>Longitude, latitude</source>
      <translation>经纬度</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>Method {method}: lots are the SHA-256 of seed, frame and number, the smallest come first; the same seed and frame give the same list on any computer.</source>
      <translation>抽取方法（{method}）：以随机种子、抽样框校验值和编号计算 SHA-256 作为签号，签号小的先中；种子和抽样框相同，在任何电脑上抽取结果都相同。</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>No. {number}</source>
      <translation>编号：{number}</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>Phone</source>
      <translation>手机</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>Random inspection list</source>
      <translation>“双随机”抽查名单</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>SHA-256 of the frame: {hash}</source>
      <translation>抽样框 SHA-256 校验值：{hash}</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>Seed: {seed}</source>
      <translation>随机种子：{seed}</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>Signatures</source>
      <translation>签字（检查人员、主体）</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>Stop</source>
      <translation>路线顺序</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>Strata</source>
      <translation>分层</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>Team</source>
      <translation>检查组</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>The draw is proportional by {stratum}.</source>
      <translation>按{stratum}分层，按比例抽取。</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <source>{count} of {size} producers in the frame and {people} of {inspectors} inspectors were drawn.</source>
      <translation>抽样框内主体 {size} 个、检查人员 {inspectors} 名，抽中主体 {count} 个、检查人员 {people} 名。</translation>
    </message>
    <message>
      <location filename="core/draw_list.py" />
      <location filename="core/monitoring_words.py" />
      <location filename="core/warning_table.py" />
      <source>{name}</source>
      <translation>{name}</translation>
    </message>
    <message>
      <location filename="core/draw_record.py" />
      <source>Bring back a backup of the store from before it was changed.</source>
      <translation>请恢复改动之前的数据库备份。</translation>
    </message>
    <message>
      <location filename="core/draw_record.py" />
      <source>Seed, frame and parameters do not give the number of the draw.</source>
      <translation>种子、抽样框和参数与抽取编号不符。</translation>
    </message>
    <message>
      <location filename="core/draw_record.py" />
      <source>The draw {name} cannot be repeated.</source>
      <translation>抽取记录 {name} 无法重新抽取。</translation>
    </message>
    <message>
      <location filename="core/draw_record.py" />
      <source>The draw {name} was made by the method {method}, which this version does not know.</source>
      <translation>抽取记录 {name} 采用的方法 {method} 本版本不支持。</translation>
    </message>
    <message>
      <location filename="core/draw_record.py" />
      <source>The frame does not have the hash that is kept beside it.</source>
      <translation>抽样框与所存的校验值不符。</translation>
    </message>
    <message>
      <location filename="core/draw_record.py" />
      <source>Use the version of the plugin that made it.</source>
      <translation>请使用生成该记录的插件版本。</translation>
    </message>
    <message>
      <location filename="core/draw_record.py" />
      <source>{producer} is kept and was not drawn.</source>
      <translation>{producer}在名单中，但并未抽中。</translation>
    </message>
    <message>
      <location filename="core/draw_record.py" />
      <source>{producer} is kept otherwise than drawn: {columns}.</source>
      <translation>{producer}所存内容与抽取结果不符：{columns}。</translation>
    </message>
    <message>
      <location filename="core/draw_record.py" />
      <source>{producer} was drawn and is not kept.</source>
      <translation>{producer}已抽中，但不在名单中。</translation>
    </message>
    <message>
      <location filename="core/draw_teams.py" />
      <source>List inspectors in the list of people, or ask for fewer or smaller teams.</source>
      <translation>请在人员表中登记检查人员，或减少组数、每组人数。</translation>
    </message>
    <message>
      <location filename="core/draw_teams.py" />
      <source>List more inspectors, lift what bars them in the list of people, or make the teams smaller.</source>
      <translation>请登记更多检查人员，在人员表中取消回避，或减少每组人数。</translation>
    </message>
    <message>
      <location filename="core/draw_teams.py" />
      <source>No team may be sent to {township}: in {deals} deals no {size} inspectors came together to whom it is not barred.</source>
      <translation>没有检查组可以派往{township}：分组 {deals} 次，都没有 {size} 名无须回避的检查人员分到一组。</translation>
    </message>
    <message>
      <location filename="core/draw_teams.py" />
      <source>Only {able} inspectors may be sent to {producer} in {township}, and a team has {size}.</source>
      <translation>可以派往{township}{producer}的检查人员只有 {able} 名，而每组需要 {size} 名。</translation>
    </message>
    <message>
      <location filename="core/draw_teams.py" />
      <source>{needed} inspectors are needed for {teams} teams of {size}, and {count} in use are listed.</source>
      <translation>{teams} 个组、每组 {size} 人，共需检查人员 {needed} 名，而在用的只有 {count} 名。</translation>
    </message>
    <message>
      <location filename="core/edits_told.py" />
      <source>{columns}: corrected in the store since the last import; it stays.</source>
      <translation>{columns}：上次导入后已在数据库中更正，予以保留。</translation>
    </message>
    <message>
      <location filename="core/edits_told.py" />
      <source>{column}: takes the place of {value}, which was corrected in the store since the last import.</source>
      <translation>{column}：取代了上次导入后在数据库中更正的 {value}，请核实。</translation>
    </message>
    <message>
      <location filename="core/emails.py" />
      <source>{raw} has no @; is it {address}?</source>
      <translation>{raw} 没有 @，是否为 {address}？</translation>
    </message>
    <message>
      <location filename="core/emails.py" />
      <source>{raw} holds more than one address; the rest was put into the remarks.</source>
      <translation>{raw} 不止一个邮箱地址，其余内容已记入备注。</translation>
    </message>
    <message>
      <location filename="core/emails.py" />
      <source>{raw} is not an e-mail address: write it as name@example.com.</source>
      <translation>{raw} 不是邮箱地址：请按 name@example.com 的样式填写。</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <location filename="core/status_words.py" />
      <location filename="dialogs/worklist_filters.py" />
      <source>Approved</source>
      <translation>已通过</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <location filename="core/warning_words.py" />
      <location filename="layers/atlas.py" />
      <location filename="layers/round_looks.py" />
      <location filename="processing/algorithms/distribution_atlas.py" />
      <location filename="processing/algorithms/wall_map.py" />
      <source>Bases</source>
      <translation>基地数</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>Bases in the store, each with each of its products; those that have stopped (scale 0) are not counted.</source>
      <translation>库中的基地，一个基地的每个产品各计一个；已停产的（规模为 0）不计。</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>Bases whose round was to be collected: collected, still open and not collected in time together. Nothing is asked for products that are not on the county's list and for rounds that begin later.</source>
      <translation>截至该日应当完成采集的基地，即已采集、待采集、逾期未采之和；不在本县产品清单上的产品、尚未开始的采集期不要求采集。</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>Collected</source>
      <translation>已采集</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>Complete</source>
      <translation>完整</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>Corrected late</source>
      <translation>逾期改正</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>Doubtful</source>
      <translation>存疑</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>In time</source>
      <translation>及时</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <location filename="core/warning_words.py" />
      <location filename="processing/algorithms/early_warning.py" />
      <source>Not collected in time</source>
      <translation>逾期未采</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>Of the collected: a rule warns, and nobody has accepted that with a reason.</source>
      <translation>已采集中，核对规则有提醒且尚未有人填写理由认可的。</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>Of the collected: approved by the county's review.</source>
      <translation>已采集中，县级审核已通过的。</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>Of the collected: collected by the last day of the round. That is the last day of the month; of a crop the day before it comes to market, without market dates the end of its year. The day of collecting counts, where it is missing the day on which the scale came into the store.</source>
      <translation>已采集中，在采集期最后一天及以前采集的。按月采集的为当月最后一天；种植产品为上市前一天，未填上市时间的为当年年底。以采集日期为准，未填的以规模录入数据库的日期为准。</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>Of the collected: day and manner of the visit are filled in, or the record did not come from a sheet and needs no visit.</source>
      <translation>已采集中，填写了实地核对日期和方式的，以及不是由表格导入、无须核对的。</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>Of the collected: every required value and the point are there.</source>
      <translation>已采集中，必填项和点位齐全的。</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>Of the collected: no rule finds an error.</source>
      <translation>已采集中，核对规则没有发现错误的。</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>Of the returned: the deadline for correcting has passed.</source>
      <translation>已退回中，已超过整改期限的。</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>Records of any round that are returned and not submitted again.</source>
      <translation>已退回、尚未重新提交的记录，不论哪一采集期。</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>Records that were submitted again in this month, after the deadline of their return, as the history tells.</source>
      <translation>本月内重新提交、但已超过整改期限的记录，按修改历史统计。</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <location filename="core/status_words.py" />
      <location filename="dialogs/worklist_filters.py" />
      <source>Returned</source>
      <translation>已退回</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>Returned, past deadline</source>
      <translation>退回逾期</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>Seen on site</source>
      <translation>实地核对</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>Still open</source>
      <translation>待采集</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>The round is not collected yet, and its last day has not passed.</source>
      <translation>本期尚未采集，最后一天还没有过。</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>The round is not collected, and its last day has passed.</source>
      <translation>本期没有采集，最后一天已过。</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>The round that counts on the day (animals and fish: the month; crops: the planting) is collected: its scale is known, whatever the review says of it.</source>
      <translation>该日所在的采集期（畜产品、水产品按月，种植产品按茬）已经采集，即规模已填，不论审核状态。</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>To be collected</source>
      <translation>应采集</translation>
    </message>
    <message>
      <location filename="core/figures.py" />
      <source>Without errors</source>
      <translation>无错误</translation>
    </message>
    <message>
      <location filename="core/importing.py" />
      <source>{value} is not a record number of ours; it was left out.</source>
      <translation>{value} 不是本插件的记录编号，已忽略。</translation>
    </message>
    <message>
      <location filename="core/inspection_plan.py" />
      <source>The store has no producer {name}: the result is kept, and joined when it has.</source>
      <translation>数据库中没有主体{name}：结果已保留，待该主体入库后再关联。</translation>
    </message>
    <message>
      <location filename="core/inspection_plan.py" />
      <source>The store has no producer {name}; it may be {names}: correct the name.</source>
      <translation>数据库中没有主体{name}，可能是{names}：请更正名称。</translation>
    </message>
    <message>
      <location filename="core/inspection_plan.py" />
      <source>The store has {names}: which of them is meant is not told, so it was not joined. Give township and village.</source>
      <translation>数据库中有{names}，无法判断是哪一个，未关联：请写明乡(镇)和村。</translation>
    </message>
    <message>
      <location filename="core/inspection_plan.py" />
      <source>The store holds several results of this producer and item on this day, and which of them changed cannot be told: it was not imported. Give the number of the report, or import the whole sheet.</source>
      <translation>数据库中该主体当天同一项目有多条结果，无法判断改的是哪一条，未导入：请填写报告编号，或导入整张表。</translation>
    </message>
    <message>
      <location filename="core/inspections.py" />
      <source>No producer is named.</source>
      <translation>没有填写主体名称。</translation>
    </message>
    <message>
      <location filename="core/inspections.py" />
      <source>No result is given.</source>
      <translation>没有填写结果。</translation>
    </message>
    <message>
      <location filename="core/inspections.py" />
      <source>«{result}» does not say whether it passed.</source>
      <translation>从「{result}」看不出是否合格。</translation>
    </message>
    <message>
      <location filename="core/matching.py" />
      <source>Taken as crop {number} of {year}.</source>
      <translation>作为{year}年第{number}茬。</translation>
    </message>
    <message>
      <location filename="core/matching.py" />
      <source>The record has edits in QGIS that are not saved, so it was not changed: save or discard them, then import again.</source>
      <translation>这条记录在 QGIS 中有未保存的编辑，没有改动它：请先保存或放弃编辑，再导入。</translation>
    </message>
    <message>
      <location filename="core/matching.py" />
      <source>The record number of {row} stands here again: a copied row? Empty the hidden number of the new one.</source>
      <translation>这里又出现了{row}的记录编号：是复制的行吗？请清空新行隐藏的记录编号。</translation>
    </message>
    <message>
      <location filename="core/matching.py" />
      <location filename="core/table_plan.py" />
      <source>The same as {row}: taken once.</source>
      <translation>与{row}相同：只取一次。</translation>
    </message>
    <message>
      <location filename="core/matching.py" />
      <source>The scale is 0, so the base has stopped: is that right?</source>
      <translation>规模为 0，表示基地已停止种养：是否属实？</translation>
    </message>
    <message>
      <location filename="core/matching.py" />
      <source>This could be the same record as {other}, so it was not imported: correct the name or the point if it is another one, or delete one of the two rows.</source>
      <translation>可能与{other}是同一记录，未导入：若不是同一记录，请更正名称或点位；若是，请删除其中一行。</translation>
    </message>
    <message>
      <location filename="core/matching.py" />
      <source>This file was imported before and the record was edited since: it stays as it is.</source>
      <translation>该文件以前导入过，此后记录已有人修改：保持现状。</translation>
    </message>
    <message>
      <location filename="core/matching.py" />
      <source>{name} in the store</source>
      <translation>数据库中的{name}</translation>
    </message>
    <message>
      <location filename="core/merge_list.py" />
      <source>Choose the workbook that an earlier merge wrote.</source>
      <translation>请选择此前合并时生成的工作簿。</translation>
    </message>
    <message>
      <location filename="core/merge_list.py" />
      <source>Row {row}: {word} is no answer.</source>
      <translation>第 {row} 行：“{word}”不是有效的答复。</translation>
    </message>
    <message>
      <location filename="core/merge_list.py" />
      <source>This is not a list of disagreements.</source>
      <translation>这不是分歧清单。</translation>
    </message>
    <message>
      <location filename="core/merge_list.py" />
      <source>Write 本库 (ours) or 对方 (theirs), or leave the cell empty.</source>
      <translation>请填“本库”或“对方”，或留空。</translation>
    </message>
    <message>
      <location filename="core/merge_plan.py" />
      <source>Deleted here, but edited there: take theirs to have it again.</source>
      <translation>本库已删除，但对方有修改：采用“对方”即可恢复该记录。</translation>
    </message>
    <message>
      <location filename="core/merge_plan.py" />
      <source>Deleted there, but edited here: look at it, then delete it here or not.</source>
      <translation>对方已删除，但本库有修改：请核实后决定是否在本库删除。</translation>
    </message>
    <message>
      <location filename="core/merge_plan.py" />
      <source>Deleted there: delete it here too if that is right.</source>
      <translation>对方已删除：属实的，请在本库也删除。</translation>
    </message>
    <message>
      <location filename="core/merge_plan.py" />
      <source>Say in the list whose value holds.</source>
      <translation>请在清单中选定采用哪一方的值。</translation>
    </message>
    <message>
      <location filename="core/merge_plan.py" />
      <source>The same producer, product, village and period stands in the store under another number: keep one of the two.</source>
      <translation>同一主体、产品、村和采集期在库中另有一条不同编号的记录：两条请保留一条。</translation>
    </message>
    <message>
      <location filename="core/monitoring_table.py" />
      <source>Of {count} collected rounds nobody knows when they were collected: they are not counted as in time.</source>
      <translation>有 {count} 个已采集的基地不知道何时采集，未计入及时。</translation>
    </message>
    <message>
      <location filename="core/monitoring_table.py" />
      <source>{count} bases have stopped and are not counted.</source>
      <translation>另有 {count} 个基地已停产，未计入。</translation>
    </message>
    <message>
      <location filename="core/monitoring_words.py" />
      <location filename="core/warning_words.py" />
      <source>As of {day}</source>
      <translation>截至 {day}</translation>
    </message>
    <message>
      <location filename="core/monitoring_words.py" />
      <source>As of {day}, compared with {before}</source>
      <translation>截至 {day}，与 {before} 相比</translation>
    </message>
    <message>
      <location filename="core/monitoring_words.py" />
      <location filename="layers/map_legend.py" />
      <location filename="layers/named_styles.py" />
      <location filename="processing/algorithms/distribution_atlas.py" />
      <source>By township</source>
      <translation>按乡镇</translation>
    </message>
    <message>
      <location filename="core/monitoring_words.py" />
      <source>By township and product</source>
      <translation>按乡镇和产品</translation>
    </message>
    <message>
      <location filename="core/monitoring_words.py" />
      <source>By village</source>
      <translation>按村</translation>
    </message>
    <message>
      <location filename="core/monitoring_words.py" />
      <source>Change against the month before</source>
      <translation>较上月末增减</translation>
    </message>
    <message>
      <location filename="core/monitoring_words.py" />
      <source>Collected (green), still open (orange) and not collected in time (red)</source>
      <translation>已采集（绿）、待采集（橙）、逾期未采（红）</translation>
    </message>
    <message>
      <location filename="core/monitoring_words.py" />
      <source>Difference</source>
      <translation>增减</translation>
    </message>
    <message>
      <location filename="core/monitoring_words.py" />
      <source>Late, by collector</source>
      <translation>逾期情况（按信息采集员）</translation>
    </message>
    <message>
      <location filename="core/monitoring_words.py" />
      <source>Monitoring of the collecting</source>
      <translation>重点农产品产地溯源信息采集监测表</translation>
    </message>
    <message>
      <location filename="core/monitoring_words.py" />
      <source>Month before</source>
      <translation>上月末</translation>
    </message>
    <message>
      <location filename="core/monitoring_words.py" />
      <source>Nobody is late.</source>
      <translation>没有逾期。</translation>
    </message>
    <message>
      <location filename="core/monitoring_words.py" />
      <source>Of the collected, by township (bases)</source>
      <translation>各乡(镇)已采集中的情况（基地数）</translation>
    </message>
    <message>
      <location filename="core/monitoring_words.py" />
      <source>Round</source>
      <translation>采集进度</translation>
    </message>
    <message>
      <location filename="core/monitoring_words.py" />
      <location filename="core/statistics_words.py" />
      <location filename="core/warning_words.py" />
      <location filename="layers/atlas.py" />
      <location filename="layers/round_looks.py" />
      <source>Total</source>
      <translation>合计</translation>
    </message>
    <message>
      <location filename="core/monitoring_words.py" />
      <source>Unit: bases; returns: records</source>
      <translation>单位：个基地；退回各项：条记录</translation>
    </message>
    <message>
      <location filename="core/monitoring_words.py" />
      <source>Where the rounds stand, by township (bases)</source>
      <translation>各乡(镇)采集进度（基地数）</translation>
    </message>
    <message>
      <location filename="core/monitoring_words.py" />
      <source>{name}: {meaning}</source>
      <translation>{name}：{meaning}</translation>
    </message>
    <message>
      <location filename="core/names.py" />
      <source>{found} holds more than the name; the rest was put into the remarks.</source>
      <translation>「{found}」除姓名（名称）外还有其他内容；其余内容已移到备注。</translation>
    </message>
    <message>
      <location filename="core/names.py" />
      <source>{found} is masked: write the full name.</source>
      <translation>「{found}」已被遮盖：请填写完整姓名。</translation>
    </message>
    <message>
      <location filename="core/names.py" />
      <source>{found} is not a full name: write the full name.</source>
      <translation>「{found}」不是完整姓名：请填写全名。</translation>
    </message>
    <message>
      <location filename="core/names.py" />
      <source>{found} is not a name: write the name.</source>
      <translation>「{found}」不是名称：请填写姓名（名称）。</translation>
    </message>
    <message>
      <location filename="core/names.py" />
      <source>{found} may be two people; both were kept.</source>
      <translation>「{found}」可能是两个人；两个姓名都已保留。</translation>
    </message>
    <message>
      <location filename="core/numbers.py" />
      <source>{raw} cannot be a scale; type the scale.</source>
      <translation>{raw} 不可能是规模；请重新填写规模。</translation>
    </message>
    <message>
      <location filename="core/numbers.py" />
      <source>{raw} cannot be converted into 亩, 头 or 只; write one of them.</source>
      <translation>{raw} 不能换算成亩、头或只；请用其中一种填写。</translation>
    </message>
    <message>
      <location filename="core/numbers.py" />
      <source>{raw} does not fit {product}, which is counted in {unit}; ask for the right number.</source>
      <translation>{raw} 与{product}不符，{product}的计量单位是{unit}；请核实数量。</translation>
    </message>
    <message>
      <location filename="core/numbers.py" />
      <source>{raw} is an Excel error; choose the unit.</source>
      <translation>{raw} 是 Excel 错误值；请选择单位。</translation>
    </message>
    <message>
      <location filename="core/numbers.py" />
      <source>{raw} is an Excel error; type the scale.</source>
      <translation>{raw} 是 Excel 错误值；请重新填写规模。</translation>
    </message>
    <message>
      <location filename="core/numbers.py" />
      <source>{raw} is no unit of scale; choose 亩, 头 or 只.</source>
      <translation>{raw} 不是规模单位；请选择亩、头或只。</translation>
    </message>
    <message>
      <location filename="core/numbers.py" />
      <source>{raw} is not a whole number of animals; check it.</source>
      <translation>{raw} 不是整数头（只）；请核对。</translation>
    </message>
    <message>
      <location filename="core/numbers.py" />
      <source>{raw} is very little for {product}; check the number and its unit.</source>
      <translation>{raw} 对{product}来说过小；请核对数量和单位。</translation>
    </message>
    <message>
      <location filename="core/numbers.py" />
      <source>{raw} is very much for {product}; check the number and its unit.</source>
      <translation>{raw} 对{product}来说过大；请核对数量和单位。</translation>
    </message>
    <message>
      <location filename="core/numbers.py" />
      <source>{raw} was converted into 亩.</source>
      <translation>{raw} 已换算成亩。</translation>
    </message>
    <message>
      <location filename="core/numbers.py" />
      <source>{raw}: the scale must be above 0; only where a base has stopped is it 0.</source>
      <translation>“{raw}”：规模须大于 0；只有已采集过的基地停止种养时才填 0。</translation>
    </message>
    <message>
      <location filename="core/numbers.py" />
      <source>{raw}: the unit beside the number is {unit}; the number's own was taken.</source>
      <translation>{raw}：旁边单位栏是{unit}；已采用数量自带的单位。</translation>
    </message>
    <message>
      <location filename="core/numbers.py" />
      <source>{raw}: {product} is counted in {unit}.</source>
      <translation>{raw}：{product}的计量单位是{unit}。</translation>
    </message>
    <message>
      <location filename="core/numbers.py" />
      <source>{raw}: 万 stands in both cells and was taken once.</source>
      <translation>{raw}：两格都写了「万」，只计一次。</translation>
    </message>
    <message>
      <location filename="core/outcomes.py" />
      <source>row {row}</source>
      <translation>第{row}行</translation>
    </message>
    <message>
      <location filename="core/outcomes.py" />
      <source>row {row} of {sheet}</source>
      <translation>{sheet} 第 {row} 行</translation>
    </message>
    <message>
      <location filename="core/people.py" />
      <source>No confidentiality agreement of {name} is kept: enter its number and date in the list of people.</source>
      <translation>没有登记{name}的保密协议：请在人员表中填写协议编号和日期。</translation>
    </message>
    <message>
      <location filename="core/people.py" />
      <source>The confidentiality agreement {number} of {name} begins on {day}: wait, or enter the one in force in the list of people.</source>
      <translation>{name}的保密协议 {number} 自 {day} 起生效：请等到生效后再做，或在人员表中填写现行协议。</translation>
    </message>
    <message>
      <location filename="core/people.py" />
      <source>The confidentiality agreement {number} of {name} ended on {day}: renew it, then enter the new one in the list of people.</source>
      <translation>{name}的保密协议 {number} 已于 {day} 到期：请续签后在人员表中填写新协议。</translation>
    </message>
    <message>
      <location filename="core/people.py" />
      <source>The confidentiality agreement {number} of {name} ends on {day}, in {days} days: renew it in time.</source>
      <translation>{name}的保密协议 {number} 将于 {day} 到期，还有 {days} 天：请及时续签。</translation>
    </message>
    <message>
      <location filename="core/people.py" />
      <source>{name} enters the records of {producer} only: a reviewer of the county has to decide.</source>
      <translation>{name}只填报{producer}的记录：须由县级审核人员审核。</translation>
    </message>
    <message>
      <location filename="core/people.py" />
      <source>{name} enters the records of {producer} only: have a collector submit it.</source>
      <translation>{name}只填报{producer}的记录：请由信息采集员提交。</translation>
    </message>
    <message>
      <location filename="core/people.py" />
      <source>{name} enters the records of {producer} only: phones of others stay masked.</source>
      <translation>{name}只填报{producer}的记录：不能查看其他人的完整号码。</translation>
    </message>
    <message>
      <location filename="core/people.py" />
      <source>{name} is listed as an inspector: list them as a collector too, or have a collector submit.</source>
      <translation>{name}在人员表中是检查人员：请同时登记为信息采集员，或由信息采集员提交。</translation>
    </message>
    <message>
      <location filename="core/people.py" />
      <source>{name} is not listed as a reviewer: have a reviewer decide, or list {name} as one in the list of people.</source>
      <translation>{name}不在审核人员之列：请由审核人员审核，或在人员表中把{name}登记为审核人员。</translation>
    </message>
    <message>
      <location filename="core/people.py" />
      <source>{name} was taken out of use in the list of people: take them into use again, or choose another operator.</source>
      <translation>{name}在人员表中已停用：请重新启用，或换其他操作人。</translation>
    </message>
    <message>
      <location filename="core/periods.py" />
      <source>Write 2023-06 for a month or 2023-1 for the first crop of 2023.</source>
      <translation>月份写 2023-06，2023 年第一茬写 2023-1。</translation>
    </message>
    <message>
      <location filename="core/periods.py" />
      <source>{period} is not a period.</source>
      <translation>{period} 不是采集期。</translation>
    </message>
    <message>
      <location filename="core/person_entry.py" />
      <source>A person has a name.</source>
      <translation>请填写姓名。</translation>
    </message>
    <message>
      <location filename="core/person_entry.py" />
      <source>An agency or enterprise is listed with its name.</source>
      <translation>机构或企业须填写单位名称。</translation>
    </message>
    <message>
      <location filename="core/person_entry.py" />
      <source>An agency works under a confidentiality agreement: its date.</source>
      <translation>第三方机构须签保密协议：请填写协议日期。</translation>
    </message>
    <message>
      <location filename="core/person_entry.py" />
      <source>An agency works under a confidentiality agreement: its number.</source>
      <translation>第三方机构须签保密协议：请填写协议编号。</translation>
    </message>
    <message>
      <location filename="core/person_entry.py" />
      <source>Give the whole day, such as 2026-12-31.</source>
      <translation>请填写完整日期，如 2026-12-31。</translation>
    </message>
    <message>
      <location filename="core/person_entry.py" />
      <source>The agreement ends before it begins.</source>
      <translation>协议到期日早于协议日期。</translation>
    </message>
    <message>
      <location filename="core/person_entry.py" />
      <source>{name} is listed in this role already: tell two people of one name apart, such as {name}(马市).</source>
      <translation>{name}已按这个角色登记：同名的两人请加以区分，如 {name}(马市)。</translation>
    </message>
    <message>
      <location filename="core/person_entry.py" />
      <source>{name} stands in the history of the records and keeps the name: take them out of use and list the other one anew.</source>
      <translation>记录的历史里有{name}，姓名不能改：请停用此人，另行登记新的人员。</translation>
    </message>
    <message>
      <location filename="core/phones.py" />
      <source>{raw} does not have 11 digits as it is grouped; check it.</source>
      <translation>{raw} 按其分段不足或超过 11 位，请核对。</translation>
    </message>
    <message>
      <location filename="core/phones.py" />
      <source>{raw} has letters for digits; is it {phone}?</source>
      <translation>{raw} 中有字母代替数字；是否为 {phone}？</translation>
    </message>
    <message>
      <location filename="core/phones.py" />
      <source>{raw} holds more than one number; the first mobile number was taken.</source>
      <translation>{raw} 含有多个号码；取第一个手机号。</translation>
    </message>
    <message>
      <location filename="core/phones.py" />
      <location filename="core/telephones.py" />
      <source>{raw} holds more than the number; the rest was put into the remarks.</source>
      <translation>{raw} 除号码外还有其他内容；其余内容已移到备注。</translation>
    </message>
    <message>
      <location filename="core/phones.py" />
      <source>{raw} is a landline; a mobile number is asked for.</source>
      <translation>{raw} 是固定电话；此栏应填手机号。</translation>
    </message>
    <message>
      <location filename="core/phones.py" />
      <source>{raw} is a number in scientific form; all 11 digits are still there.</source>
      <translation>{raw} 为科学计数法数值；11 位数字完整。</translation>
    </message>
    <message>
      <location filename="core/phones.py" />
      <source>{raw} is an Excel error; type the mobile number.</source>
      <translation>{raw} 是 Excel 错误值；请重新填写手机号。</translation>
    </message>
    <message>
      <location filename="core/phones.py" />
      <source>{raw} is masked; ask for the whole number.</source>
      <translation>{raw} 已被遮盖；请索取完整号码。</translation>
    </message>
    <message>
      <location filename="core/phones.py" />
      <source>{raw} is not a mobile number, which starts with 13 to 19: ask for the number.</source>
      <translation>{raw} 不是手机号，手机号以 13 至 19 开头：请核实号码。</translation>
    </message>
    <message>
      <location filename="core/phones.py" />
      <source>{raw} is not a phone number: write the mobile number of 11 digits.</source>
      <translation>{raw} 不是电话号码：请填写 11 位手机号。</translation>
    </message>
    <message>
      <location filename="core/phones.py" />
      <source>{raw} is oddly divided; is it {phone}?</source>
      <translation>{raw} 分段异常；是否为 {phone}？</translation>
    </message>
    <message>
      <location filename="core/phones.py" />
      <source>{raw} starts with the old long-distance 0; it was removed.</source>
      <translation>{raw} 以旧式长途冠码 0 开头，已去掉。</translation>
    </message>
    <message>
      <location filename="core/phones.py" />
      <source>{raw} was shortened by Excel, digits are lost; type the number again.</source>
      <translation>{raw} 被 Excel 截短，数字已丢失；请重新填写号码。</translation>
    </message>
    <message>
      <location filename="core/phones.py" />
      <source>{raw}: a mobile number has 11 digits, not {count}: ask for the number.</source>
      <translation>{raw} 有 {count} 位数字，手机号应为 11 位：请核实号码。</translation>
    </message>
    <message>
      <location filename="core/product_names.py" />
      <source>Is {found} a typing error of {name}?</source>
      <translation>「{found}」是否为「{name}」的笔误？</translation>
    </message>
    <message>
      <location filename="core/product_names.py" />
      <source>Is {found} the product {name}?</source>
      <translation>「{found}」是否指产品「{name}」？</translation>
    </message>
    <message>
      <location filename="core/product_names.py" />
      <source>{found} is none of the products to be collected: correct the name, or delete the row.</source>
      <translation>「{found}」不在需采集的产品之列：请更正产品名称，或删除该行。</translation>
    </message>
    <message>
      <location filename="core/product_names.py" />
      <source>{found} may be more than one product: choose one.</source>
      <translation>「{found}」可能指多个产品：请选定一个。</translation>
    </message>
    <message>
      <location filename="core/product_names.py" />
      <source>{found} names more than one product ({products}): write one row for each.</source>
      <translation>「{found}」含有多个产品（{products}）：请每个产品填写一行。</translation>
    </message>
    <message>
      <location filename="core/product_names.py" />
      <source>{found} names more than one product: write one row for each.</source>
      <translation>「{found}」含有多个产品：请每个产品填写一行。</translation>
    </message>
    <message>
      <location filename="core/product_names.py" />
      <source>{found} names two products, {first} and {second}: choose one.</source>
      <translation>「{found}」含有两个产品（{first}、{second}）：请选定一个。</translation>
    </message>
    <message>
      <location filename="core/product_names.py" />
      <source>{found} need not be {name}: choose the product.</source>
      <translation>「{found}」不一定是「{name}」：请选定产品。</translation>
    </message>
    <message>
      <location filename="core/product_names.py" />
      <source>{found} was taken as {name}.</source>
      <translation>「{found}」已按「{name}」处理。</translation>
    </message>
    <message>
      <location filename="core/query.py" />
      <source>Exchange the two; a season may run over the end of the year.</source>
      <translation>请对调两者；时段可以跨年，例如 2023-11 到 2024-02。</translation>
    </message>
    <message>
      <location filename="core/query.py" />
      <location filename="processing/query_parameters.py" />
      <source>In season from</source>
      <translation>上市期起</translation>
    </message>
    <message>
      <location filename="core/query.py" />
      <location filename="processing/query_parameters.py" />
      <source>In season to</source>
      <translation>上市期止</translation>
    </message>
    <message>
      <location filename="core/query.py" />
      <location filename="processing/query_parameters.py" />
      <source>Scale from</source>
      <translation>规模下限</translation>
    </message>
    <message>
      <location filename="core/query.py" />
      <location filename="processing/query_parameters.py" />
      <source>Scale to</source>
      <translation>规模上限</translation>
    </message>
    <message>
      <location filename="core/query.py" />
      <source>{first} ({low}) lies above {second} ({high}).</source>
      <translation>{first}（{low}）大于{second}（{high}）。</translation>
    </message>
    <message>
      <location filename="core/query_text.py" />
      <source>It may be of a newer version of the plugin, or was edited by hand: make it anew.</source>
      <translation>可能由更新版本的插件保存，或被手工改动过：请重新建立。</translation>
    </message>
    <message>
      <location filename="core/query_text.py" />
      <source>This query cannot be read: {reason}.</source>
      <translation>此查询无法读取：{reason}。</translation>
    </message>
    <message>
      <location filename="core/query_text.py" />
      <source>it is damaged</source>
      <translation>内容已损坏</translation>
    </message>
    <message>
      <location filename="core/query_text.py" />
      <source>version {version}, with {parts}</source>
      <translation>版本 {version}，含有 {parts}</translation>
    </message>
    <message>
      <location filename="core/query_text.py" />
      <source>{part} is {value}</source>
      <translation>{part} 为 {value}</translation>
    </message>
    <message>
      <location filename="core/query_words.py" />
      <source>Certification: {names}</source>
      <translation>认证：{names}</translation>
    </message>
    <message>
      <location filename="core/query_words.py" />
      <source>Condition: {text}</source>
      <translation>条件：{text}</translation>
    </message>
    <message>
      <location filename="core/query_words.py" />
      <source>In season: {range}</source>
      <translation>上市期：{range}</translation>
    </message>
    <message>
      <location filename="core/query_words.py" />
      <location filename="dialogs/open_store_dialog.py" />
      <source>None</source>
      <translation>无</translation>
    </message>
    <message>
      <location filename="core/query_words.py" />
      <source>Of these the latest collected round of each base and product.</source>
      <translation>其中取每个基地每种产品最近已采集的一期。</translation>
    </message>
    <message>
      <location filename="core/query_words.py" />
      <source>Of these the round {period} of each base.</source>
      <translation>其中取各基地采集期为 {period} 的记录。</translation>
    </message>
    <message>
      <location filename="core/query_words.py" />
      <source>Period: {period}</source>
      <translation>采集期：{period}</translation>
    </message>
    <message>
      <location filename="core/query_words.py" />
      <source>Production modes: {names}</source>
      <translation>生产方式：{names}</translation>
    </message>
    <message>
      <location filename="core/query_words.py" />
      <source>Products: {names}</source>
      <translation>产品：{names}</translation>
    </message>
    <message>
      <location filename="core/query_words.py" />
      <source>Region: {names}</source>
      <translation>地区：{names}</translation>
    </message>
    <message>
      <location filename="core/query_words.py" />
      <source>Scale: {range}</source>
      <translation>规模：{range}</translation>
    </message>
    <message>
      <location filename="core/query_words.py" />
      <source>Status: {names}</source>
      <translation>状态：{names}</translation>
    </message>
    <message>
      <location filename="core/query_words.py" />
      <source>Trace modes: {names}</source>
      <translation>追溯方式：{names}</translation>
    </message>
    <message>
      <location filename="core/query_words.py" />
      <source>Types of producers: {names}</source>
      <translation>主体类型：{names}</translation>
    </message>
    <message>
      <location filename="core/query_words.py" />
      <source>from {low}</source>
      <translation>{low} 起</translation>
    </message>
    <message>
      <location filename="core/query_words.py" />
      <source>up to {high}</source>
      <translation>至 {high}</translation>
    </message>
    <message>
      <location filename="core/query_words.py" />
      <source>{low} – {high}</source>
      <translation>{low}–{high}</translation>
    </message>
    <message>
      <location filename="core/regions.py" />
      <source>Is the {kind} {found} a typing error of {name}?</source>
      <translation>{kind}「{found}」是否为「{name}」的笔误？</translation>
    </message>
    <message>
      <location filename="core/regions.py" />
      <source>The list names the {kind} {name}, the sheet {found}.</source>
      <translation>名录中的{kind}为「{name}」，表中为「{found}」。</translation>
    </message>
    <message>
      <location filename="core/regions.py" />
      <source>There is no city {name} in {where}: correct it.</source>
      <translation>{where}没有「{name}」这个市：请更正。</translation>
    </message>
    <message>
      <location filename="core/regions.py" />
      <source>There is no city {name}: correct it.</source>
      <translation>没有「{name}」这个市：请更正。</translation>
    </message>
    <message>
      <location filename="core/regions.py" />
      <source>There is no county {name} in the list: correct it.</source>
      <translation>名录中没有「{name}」这个县：请更正。</translation>
    </message>
    <message>
      <location filename="core/regions.py" />
      <source>There is no province {name}: correct it.</source>
      <translation>没有「{name}」这个省：请更正。</translation>
    </message>
    <message>
      <location filename="core/regions.py" />
      <source>city</source>
      <translation>市</translation>
    </message>
    <message>
      <location filename="core/regions.py" />
      <source>county</source>
      <translation>县</translation>
    </message>
    <message>
      <location filename="core/regions.py" />
      <source>province</source>
      <translation>省</translation>
    </message>
    <message>
      <location filename="core/regions.py" />
      <source>{city} belongs to {province}, not to {found}: correct it.</source>
      <translation>{city}属于{province}，不属于{found}：请更正。</translation>
    </message>
    <message>
      <location filename="core/regions.py" />
      <source>{county} belongs to {city}, not to {found}: correct it.</source>
      <translation>{county}属于{city}，不属于{found}：请更正。</translation>
    </message>
    <message>
      <location filename="core/regions.py" />
      <source>{name} is a development zone, not a county: name the county it lies in.</source>
      <translation>「{name}」是开发区，不是县：请填写其所在的县。</translation>
    </message>
    <message>
      <location filename="core/regions.py" />
      <source>{name} occurs more than once ({cities}): name the city.</source>
      <translation>「{name}」有重名（{cities}）：请写明市。</translation>
    </message>
    <message>
      <location filename="core/report.py" />
      <source>Accepted</source>
      <translation>已认可</translation>
    </message>
    <message>
      <location filename="core/report.py" />
      <location filename="layers/result_layers.py" />
      <source>Accepted because</source>
      <translation>认可理由</translation>
    </message>
    <message>
      <location filename="core/report.py" />
      <location filename="layers/result_layers.py" />
      <source>Accepted by</source>
      <translation>认可人</translation>
    </message>
    <message>
      <location filename="core/report.py" />
      <location filename="processing/algorithms/validate.py" />
      <source>Accepted warnings</source>
      <translation>已认可的提醒</translation>
    </message>
    <message>
      <location filename="core/report.py" />
      <location filename="core/warning_words.py" />
      <location filename="processing/models.py" />
      <location filename="processing/periods.py" />
      <source>Day</source>
      <translation>日期</translation>
    </message>
    <message>
      <location filename="core/report.py" />
      <location filename="processing/algorithms/validate.py" />
      <source>Errors</source>
      <translation>错误</translation>
    </message>
    <message>
      <location filename="core/report.py" />
      <location filename="layers/result_layers.py" />
      <source>Finding</source>
      <translation>问题</translation>
    </message>
    <message>
      <location filename="core/report.py" />
      <location filename="layers/result_layers.py" />
      <location filename="dialogs/findings_view.py" />
      <source>Level</source>
      <translation>级别</translation>
    </message>
    <message>
      <location filename="core/report.py" />
      <location filename="processing/algorithms/validate.py" />
      <source>Open warnings</source>
      <translation>未处理提醒</translation>
    </message>
    <message>
      <location filename="core/report.py" />
      <location filename="core/statistics_words.py" />
      <location filename="layers/round_looks.py" />
      <source>Records</source>
      <translation>记录</translation>
    </message>
    <message>
      <location filename="core/report.py" />
      <source>Records: {records}, with errors: {wrong}. Errors: {errors}, open warnings: {warnings}, accepted: {accepted}.</source>
      <translation>共 {records} 条记录，其中 {wrong} 条有错误；错误 {errors} 处，未处理提醒 {warnings} 处，已认可 {accepted} 处。</translation>
    </message>
    <message>
      <location filename="core/report.py" />
      <source>With errors</source>
      <translation>有错误的</translation>
    </message>
    <message>
      <location filename="core/report.py" />
      <location filename="layers/result_layers.py" />
      <source>error</source>
      <translation>错误</translation>
    </message>
    <message>
      <location filename="core/report.py" />
      <location filename="layers/result_layers.py" />
      <source>warning</source>
      <translation>提醒</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>A return needs a deadline.</source>
      <translation>退回须指定整改期限。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>A return needs a reason.</source>
      <translation>退回须写明原因。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>Give a day, such as {day}.</source>
      <translation>请填写日期，例如 {day}。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>It has edits that are not saved: save or discard them, then try again.</source>
      <translation>该记录有未保存的编辑：请先保存或放弃编辑，再重试。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>It is a draft and still with its collector: submit it first, then return it.</source>
      <translation>该记录是草稿，仍在信息采集员处：请先提交，再退回。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>It is a draft: submit it first, then approve it.</source>
      <translation>该记录是草稿：请先提交，再审核通过。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>It is approved already.</source>
      <translation>该记录已审核通过。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>It is approved already: edit it or take the approval back to have it reviewed again.</source>
      <translation>已经通过：修改它，或撤回通过，才会重新审核。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>It is approved: take the approval back, then return it.</source>
      <translation>已经通过：先撤回通过，再退回。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>It is not approved: there is no approval to take back.</source>
      <translation>尚未通过，没有可撤回的。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>It is not in the store: save new records first, or refresh the layer.</source>
      <translation>数据库中没有该记录：新记录请先保存，否则请刷新图层。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>It is not said who does this.</source>
      <translation>未指明操作人。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>It is submitted already and waits for its review.</source>
      <translation>该记录已提交，正在等待审核。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>It was changed since: read it again, then decide.</source>
      <translation>该记录此后有改动：请重新查看后再审核。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>It was returned already: a new deadline can be set in its form.</source>
      <translation>该记录已退回；如需调整整改期限，请在表单中修改。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>It was returned: have it corrected and submitted again first.</source>
      <translation>该记录已退回：须整改并重新提交后再审核。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>Its point is not confirmed on site: fill in {columns} after the visit.</source>
      <translation>点位未经实地核对：请走访后填写{columns}。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>Name the operator here, or once and for all in the settings.</source>
      <translation>请在此填写操作人，或在设置中一次填好。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>Nobody is named who decides: choose in the toolbar who works.</source>
      <translation>还没有操作人：请先在工具栏选择由谁操作。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>The deadline {deadline} has passed already.</source>
      <translation>整改期限 {deadline} 已经过去。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>Write what the collector has to correct.</source>
      <translation>请写明信息采集员需要整改的内容。</translation>
    </message>
    <message>
      <location filename="core/reviews.py" />
      <source>{operator} collected it: somebody else has to approve it.</source>
      <translation>该记录由 {operator} 采集，须由他人审核通过。</translation>
    </message>
    <message>
      <location filename="core/rounds.py" />
      <source>Collected for {period}; {next} is due from {date}.</source>
      <translation>{period} 期已采集；{next} 期自 {date} 起采集。</translation>
    </message>
    <message>
      <location filename="core/rounds.py" />
      <source>Last collected for {period}: {next} is due by {date}.</source>
      <translation>最近采集期为 {period}：{next} 期采集截止日为 {date}。</translation>
    </message>
    <message>
      <location filename="core/rounds.py" />
      <source>Last collected for {period}: {next} was due by {date}.</source>
      <translation>最近采集期为 {period}：{next} 期采集截止日 {date} 已过。</translation>
    </message>
    <message>
      <location filename="core/rounds.py" />
      <source>Not on the list of products: nothing is due.</source>
      <translation>产品不在采集名录内：无需采集。</translation>
    </message>
    <message>
      <location filename="core/rounds.py" />
      <source>Opened for {period}, but not collected by {date}.</source>
      <translation>{period} 期已建草稿，但采集截止日 {date} 已过，仍未采集。</translation>
    </message>
    <message>
      <location filename="core/rounds.py" />
      <source>Opened for {period}: due from {date}.</source>
      <translation>{period} 期已建草稿：自 {date} 起采集。</translation>
    </message>
    <message>
      <location filename="core/rounds.py" />
      <source>Opened for {period}: to be collected by {date}.</source>
      <translation>{period} 期已建草稿，尚未采集：采集截止日为 {date}。</translation>
    </message>
    <message>
      <location filename="core/rounds.py" />
      <source>The deadline {deadline} has passed.</source>
      <translation>已超过整改期限 {deadline}。</translation>
    </message>
    <message>
      <location filename="core/rounds.py" />
      <source>The period is missing, so nobody knows what was collected: fill it in.</source>
      <translation>缺少采集期，无法判断采集到哪一期：请填写采集期。</translation>
    </message>
    <message>
      <location filename="core/rounds.py" />
      <source>The scale is 0: the base has stopped.</source>
      <translation>规模为 0：该基地已停止种养，无需采集。</translation>
    </message>
    <message>
      <location filename="core/rounds.py" />
      <source>To be corrected by {deadline}.</source>
      <translation>须在 {deadline} 前整改。</translation>
    </message>
    <message>
      <location filename="core/rounds.py" />
      <source>{period} is no crop, but this product is collected each crop.</source>
      <translation>{period} 不是茬次，而该产品按茬采集。</translation>
    </message>
    <message>
      <location filename="core/rounds.py" />
      <source>{period} is no month, but this product is collected monthly.</source>
      <translation>{period} 不是月份，而该产品按月采集。</translation>
    </message>
    <message>
      <location filename="core/rule.py" />
      <source>(not filled in)</source>
      <translation>（未填写）</translation>
    </message>
    <message>
      <location filename="core/rules_people.py" />
      <source>Names are full and stand alone</source>
      <translation>名称、姓名完整，不含其他内容</translation>
    </message>
    <message>
      <location filename="core/rules_people.py" />
      <source>Names are names</source>
      <translation>名称、姓名有效</translation>
    </message>
    <message>
      <location filename="core/rules_people.py" />
      <source>Phones are mobile numbers</source>
      <translation>联系方式为手机号</translation>
    </message>
    <message>
      <location filename="core/rules_people.py" />
      <source>the name without what stands beside it</source>
      <translation>去掉其他内容后的名称</translation>
    </message>
    <message>
      <location filename="core/rules_people.py" />
      <source>the number without blanks, dashes and country code, where it is one</source>
      <translation>去掉空格、横线和国家代码后的手机号</translation>
    </message>
    <message>
      <location filename="core/rules_people.py" />
      <source>{column}: {value} is not a full name: write the full name.</source>
      <translation>「{column}」：{value} 不是完整名称：请填写全名。</translation>
    </message>
    <message>
      <location filename="core/rules_people.py" />
      <source>{column}: {value} is not a mobile number of 11 digits.</source>
      <translation>「{column}」：{value} 不是 11 位手机号。</translation>
    </message>
    <message>
      <location filename="core/rules_people.py" />
      <source>{column}: {value} is not a name: write the name.</source>
      <translation>「{column}」：{value} 不是名称：请填写名称。</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>Longitude and latitude are swapped: exchange them.</source>
      <translation>经度和纬度颠倒：请对调。</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>The address lies in the county</source>
      <translation>地址在本县</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>The address lies in {found}, not in {county}: correct the address or send the record to its own county.</source>
      <translation>地址在{found}，不在{county}：请更正地址，或把记录交给其所在县。</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>The point has 6 decimals</source>
      <translation>点位保留 6 位小数</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>The point is missing: place it on the map or type it in.</source>
      <translation>缺少点位：请在地图上标注或输入经纬度。</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>The point lies far outside of the boundary: check it on the map.</source>
      <translation>点位远在边界之外：请在地图上核对。</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>The point lies in China</source>
      <translation>点位在中国境内</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>The point lies in its township</source>
      <translation>点位在所填乡镇内</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>The point lies in {found}, {metres:.0f} m outside of {township}: correct the point or the address.</source>
      <translation>点位落在{found}，在{township}外 {metres:.0f} 米：请更正点位或地址。</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>The point lies in {neighbour}, {metres:.0f} m outside of the boundary: check it on the map.</source>
      <translation>点位落在{neighbour}，在边界外 {metres:.0f} 米：请在地图上核对。</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>The point lies inside the boundary</source>
      <translation>点位在边界以内</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>The point lies outside of China: place it again.</source>
      <translation>点位在中国境外：请重新标注。</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>The point lies {metres:.0f} m outside of the boundary: check it on the map.</source>
      <translation>点位超出边界 {metres:.0f} 米：请在地图上核对。</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>The point lies {metres:.0f} m outside of {township}: correct the point or the address.</source>
      <translation>点位在{township}外 {metres:.0f} 米：请更正点位或地址。</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>The record has a point</source>
      <translation>记录有点位</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>The township is one of the county's</source>
      <translation>乡镇属于本县</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>The village is in the township's list</source>
      <translation>村在乡(镇)的名录中</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>longitude and latitude exchanged</source>
      <translation>经纬度对调</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>province, city and county of the store</source>
      <translation>本数据库的省、市、县</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>the point exchanged, or read as GCJ-02 or BD-09, where that one lies inside</source>
      <translation>经纬度对调，或按 GCJ-02、BD-09 换算后落在边界内的点位</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>the township of nearly this name</source>
      <translation>名称相近的乡镇</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>{finding} Read as {system} it lies inside.</source>
      <translation>{finding}若按 {system} 坐标换算，则在边界内。</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>{finding} With longitude and latitude exchanged it lies inside.</source>
      <translation>{finding}经纬度对调后，则在边界内。</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <source>{name} is not a township of {county}.</source>
      <translation>{county}没有名为“{name}”的乡镇。</translation>
    </message>
    <message>
      <location filename="core/rules_place.py" />
      <location filename="core/village_lists.py" />
      <source>{name} is not in the village list of this township.</source>
      <translation>「{name}」不在该乡镇的村名录中。</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>A base with the scale 0 has stopped</source>
      <translation>规模为 0 的基地已停止种养</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>Engineered fish tanks are for fish</source>
      <translation>工程化养殖只用于渔业</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>Engineered fish tanks are for {fishery} only.</source>
      <translation>工程化养殖只适用于{fishery}。</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>Product, industry and unit agree</source>
      <translation>产品、行业与单位一致</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>The alias belongs to the product</source>
      <translation>别名与产品一致</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>The alias {alias} means {other}, not {product}: which one is it?</source>
      <translation>别名“{alias}”指{other}，不是{product}：究竟是哪一种？</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>The market season is no longer than a year</source>
      <translation>上市期不超过一年</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>The market season lasts {months} months: are the years right?</source>
      <translation>上市期长达 {months} 个月：年份是否正确？</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>The market season runs forward</source>
      <translation>上市时间先后正确</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>The period fits how often the product is collected</source>
      <translation>采集期与产品的采集频次一致</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>The period is a month or a numbered crop</source>
      <translation>采集期为月份或茬次</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>The period {period} is neither a month (2023-06) nor a numbered crop (2023-1).</source>
      <translation>采集期 {period} 既不是月份（2023-06），也不是茬次（2023-1）。</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>The scale is above 0, or 0 where the base has stopped</source>
      <translation>规模大于 0；基地已停止种养的为 0</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>The scale is plausible</source>
      <translation>规模合理</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>taken away</source>
      <translation>取消</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>the month of collection; the first crop of the year</source>
      <translation>采集日期所在的月份；当年第一茬</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>the number that is meant</source>
      <translation>所指的数字</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>the product that is meant; its industry; its unit</source>
      <translation>所指的产品；该产品的所属行业；该产品的单位</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>{column} is 0, so the base has stopped and is not handed up: is that right?</source>
      <translation>「{column}」为 0，表示基地已停止种养，不上报：是否属实？</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>{column} must be above 0.</source>
      <translation>「{column}」必须大于 0。</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>{column}: {value} is not a number.</source>
      <translation>「{column}」：{value} 不是数字。</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>{end_column} {end} is before {start_column} {start}.</source>
      <translation>「{end_column}」{end} 早于「{start_column}」{start}。</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>{product} belongs to {industry}.</source>
      <translation>{product}属于{industry}。</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>{product} is collected every month: {period} is not a month.</source>
      <translation>{product}按月采集：{period} 不是月份。</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>{product} is collected with every crop: {period} is not one.</source>
      <translation>{product}按茬采集：{period} 不是茬次。</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>{product} is counted in {units}, not in {unit}.</source>
      <translation>{product}的计量单位是{units}，不是{unit}。</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>{product} is not one of the products to be collected.</source>
      <translation>「{product}」不在需采集的产品之列。</translation>
    </message>
    <message>
      <location filename="core/rules_product.py" />
      <source>{scale:g} {unit} of {product} is unusual (expected {low:g} to {high:g}): is the unit right?</source>
      <translation>{product} {scale:g} {unit} 异常（通常为 {low:g} 至 {high:g}）：单位是否正确？</translation>
    </message>
    <message>
      <location filename="core/rules_table.py" />
      <source>All bases of {producer} have {total:g} {unit} of {product}, below the {threshold:g} {unit} to be collected: is the scale right?</source>
      <translation>{producer}全部基地的{product}共 {total:g} {unit}，未达到采集规模 {threshold:g} {unit}：规模是否正确？</translation>
    </message>
    <message>
      <location filename="core/rules_table.py" />
      <source>Nearly the same as {other} less than {metres:g} m away: is it the same record?</source>
      <translation>与{other}几乎相同，相距不足 {metres:g} 米：是否为同一记录？</translation>
    </message>
    <message>
      <location filename="core/rules_table.py" />
      <source>No phone is shared by many producers</source>
      <translation>没有多个主体共用一个手机号</translation>
    </message>
    <message>
      <location filename="core/rules_table.py" />
      <source>No point is shared by many producers</source>
      <translation>没有多个主体共用一个点位</translation>
    </message>
    <message>
      <location filename="core/rules_table.py" />
      <source>No record lies beside a nearly equal one</source>
      <translation>附近没有几乎相同的记录</translation>
    </message>
    <message>
      <location filename="core/rules_table.py" />
      <source>No record stands twice</source>
      <translation>没有重复记录</translation>
    </message>
    <message>
      <location filename="core/rules_table.py" />
      <source>No record stands twice, with a point and without</source>
      <translation>没有一条有点位、一条无点位的重复记录</translation>
    </message>
    <message>
      <location filename="core/rules_table.py" />
      <source>The producer reaches the scale to be collected</source>
      <translation>主体达到采集规模</translation>
    </message>
    <message>
      <location filename="core/rules_table.py" />
      <source>The same producer, product, village and period stand in {count} records, not all with a point: are they different plots?</source>
      <translation>同一主体、产品、村和采集期有 {count} 条记录，且有的没有点位：是否为不同地块？</translation>
    </message>
    <message>
      <location filename="core/rules_table.py" />
      <source>The same producer, product, village and period stand twice: delete one of them or correct its point.</source>
      <translation>同一主体、产品、村和采集期出现两次：请删除其中一条或更正点位。</translation>
    </message>
    <message>
      <location filename="core/rules_table.py" />
      <source>{count} producers give this contact phone: whose is it?</source>
      <translation>{count} 个主体填了同一个联系电话：这是谁的号码？</translation>
    </message>
    <message>
      <location filename="core/rules_table.py" />
      <source>{count} producers share this point: was it taken at the office?</source>
      <translation>{count} 个主体共用这一点位：是否在办公室采集？</translation>
    </message>
    <message>
      <location filename="core/rules_values.py" />
      <source>Choices are those of the notice</source>
      <translation>选项符合实施方案规定</translation>
    </message>
    <message>
      <location filename="core/rules_values.py" />
      <source>Crop columns are for crops</source>
      <translation>种植业专用栏只由种植业填写</translation>
    </message>
    <message>
      <location filename="core/rules_values.py" />
      <source>Dates are dates</source>
      <translation>日期有效</translation>
    </message>
    <message>
      <location filename="core/rules_values.py" />
      <source>Nothing was collected or confirmed in the future</source>
      <translation>采集、核对日期不晚于今天</translation>
    </message>
    <message>
      <location filename="core/rules_values.py" />
      <source>Required values are there</source>
      <translation>必填项已填</translation>
    </message>
    <message>
      <location filename="core/rules_values.py" />
      <source>emptied</source>
      <translation>清空</translation>
    </message>
    <message>
      <location filename="core/rules_values.py" />
      <source>the choice that is meant, or those that are allowed</source>
      <translation>所指的选项，或其中符合规定的选项</translation>
    </message>
    <message>
      <location filename="core/rules_values.py" />
      <source>the date that is meant</source>
      <translation>所指的日期</translation>
    </message>
    <message>
      <location filename="core/rules_values.py" />
      <source>where only one value can be: industry and unit of the product, the county</source>
      <translation>只有一个可能值时：产品的所属行业和单位，本县的省、市、县</translation>
    </message>
    <message>
      <location filename="core/rules_values.py" />
      <source>{column} is missing: crops must state it.</source>
      <translation>缺少「{column}」：种植业必须填写。</translation>
    </message>
    <message>
      <location filename="core/rules_values.py" />
      <source>{column} is missing: fill it in.</source>
      <translation>缺少「{column}」：请填写。</translation>
    </message>
    <message>
      <location filename="core/rules_values.py" />
      <source>{column} is not filled in for {industry} (notes 8, 9).</source>
      <translation>{industry}不填「{column}」（备注8、9）。</translation>
    </message>
    <message>
      <location filename="core/rules_values.py" />
      <source>{column} {value} lies in the future: correct the date.</source>
      <translation>「{column}」{value} 晚于今天：请更正日期。</translation>
    </message>
    <message>
      <location filename="core/rules_values.py" />
      <source>{column}: {value} is not a date: write it as 2023-05-01 or 2023-05.</source>
      <translation>「{column}」：{value} 不是日期：请写成 2023-05-01 或 2023-05。</translation>
    </message>
    <message>
      <location filename="core/rules_values.py" />
      <source>{column}: {value} is not one of {choices}.</source>
      <translation>「{column}」：{value} 不属于 {choices}。</translation>
    </message>
    <message>
      <location filename="core/samples.py" />
      <source>No producer of this name in the store</source>
      <translation>库中没有该名称的主体</translation>
    </message>
    <message>
      <location filename="core/samples.py" />
      <source>Several producers have this name</source>
      <translation>有多个同名主体</translation>
    </message>
    <message>
      <location filename="core/samples.py" />
      <source>The base has no point</source>
      <translation>基地没有点位</translation>
    </message>
    <message>
      <location filename="core/samples.py" />
      <source>The date cannot be read</source>
      <translation>日期无法识别</translation>
    </message>
    <message>
      <location filename="core/samples.py" />
      <source>The producer has several bases, and the result names none</source>
      <translation>该主体有多个基地，结果未注明是哪一个</translation>
    </message>
    <message>
      <location filename="core/sampling.py" />
      <source>Draw fewer, ask for more records, or choose a later «Not since».</source>
      <translation>请减少抽取数量、扩大抽样范围，或把“不重复起始日”改晚一些。</translation>
    </message>
    <message>
      <location filename="core/sampling.py" />
      <source>{count} producers are to be drawn, and only {size} can be.</source>
      <translation>要抽取主体 {count} 个，而可抽取的只有 {size} 个。</translation>
    </message>
    <message>
      <location filename="core/scope.py" />
      <source>Not on the list of products: there is no threshold.</source>
      <translation>产品不在采集名录内：没有规模标准。</translation>
    </message>
    <message>
      <location filename="core/scope.py" />
      <source>Tanks of {total:.10g} {unit} reach {threshold:.10g}.</source>
      <translation>工程化养殖 {total:.10g} {unit}，达到标准 {threshold:.10g}。</translation>
    </message>
    <message>
      <location filename="core/scope.py" />
      <source>{count} records reach {threshold:.10g} only in total: {total:.10g} {unit}.</source>
      <translation>{count} 条记录合计 {total:.10g} {unit}，仅合计达到标准 {threshold:.10g}。</translation>
    </message>
    <message>
      <location filename="core/scope.py" />
      <source>{total:.10g} {unit} are below {threshold:.10g}.</source>
      <translation>{total:.10g} {unit}，未达到标准 {threshold:.10g}。</translation>
    </message>
    <message>
      <location filename="core/scope.py" />
      <source>{total:.10g} {unit} reach {threshold:.10g}.</source>
      <translation>{total:.10g} {unit}，达到标准 {threshold:.10g}。</translation>
    </message>
    <message>
      <location filename="core/scope.py" />
      <source>{total:.10g} {unit} so far, below {threshold:.10g}; records without a usable scale: {missing}.</source>
      <translation>目前合计 {total:.10g} {unit}，未达到标准 {threshold:.10g}：另有 {missing} 条记录没有可用的规模。</translation>
    </message>
    <message>
      <location filename="core/season.py" />
      <source>Write it as 2023-05-01 or 2023-05.</source>
      <translation>请写成 2023-05-01 或 2023-05。</translation>
    </message>
    <message>
      <location filename="core/season.py" />
      <source>{text} is not a date.</source>
      <translation>「{text}」不是日期。</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>A record counts in each month in which it comes to market, for one day or more; a season may cross the end of the year, and dates without a year hold for every year.</source>
      <translation>一条记录在其上市期所跨的每个月各计一次，只有一天也计；上市期可以跨年，没有年份的日期每年都算。</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>A record with several trace modes counts in each of them: the columns come to more than the records.</source>
      <translation>有多种追溯方式的记录在每一种中各计一次，各栏之和会大于记录数。</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <location filename="dialogs/export_records.py" />
      <location filename="dialogs/query_result.py" />
      <location filename="dialogs/query_saved.py" />
      <source>All records</source>
      <translation>全部记录</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>All year</source>
      <translation>全年</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>All year: animals and fish without market dates. Not stated: others without market dates. A query for a month finds both with those of the month. Other times: on the market in none of these months.</source>
      <translation>全年：没有上市时间的畜产品、水产品。未填时间：没有上市时间的其他产品。按月查询时，这两类与当月上市的一并查出。其他时间：在这些月份都不上市。</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <location filename="processing/query_parameters.py" />
      <location filename="dialogs/query_form.py" />
      <source>Certification</source>
      <translation>认证</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Certification by product (records)</source>
      <translation>各产品的认证情况（条）</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Colour: the darker, the nearer to the line's strongest month.</source>
      <translation>颜色：越深，越接近本行最多的月份。</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Each record counts in one column.</source>
      <translation>每条记录只计入一栏。</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Not stated</source>
      <translation>未填时间</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <location filename="layers/atlas.py" />
      <source>On the map</source>
      <translation>有点位</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>On the map: records with a point; the map of the same query shows as many.</source>
      <translation>有点位：有经纬度的记录数，与同一查询的分布图上的点数相同。</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>On the market by month (records)</source>
      <translation>各月上市情况（条）</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Other times</source>
      <translation>其他时间</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Parts</source>
      <translation>构成</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Records by township and product</source>
      <translation>各乡镇各产品记录数</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Records: what the query finds, of each base and product the latest collected round unless a period is asked for.</source>
      <translation>记录数：查询所得；未指定采集期时，每个基地的每个产品取最近已采集的一期。</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Scale by township ({unit})</source>
      <translation>各乡镇规模（{unit}）</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Scale: added up for each unit by itself; only units of one kind are converted (1 公顷 = 15 亩).</source>
      <translation>规模：按单位分别合计，只有同类单位才换算（1 公顷 = 15 亩）。</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Season calendar</source>
      <translation>上市日历</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Statistics of key farm products</source>
      <translation>重点农产品产地溯源统计</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Total
({unit})</source>
      <translation>合计
（{unit}）</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Township × product</source>
      <translation>乡镇×产品</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <location filename="processing/query_parameters.py" />
      <location filename="dialogs/query_form.py" />
      <source>Trace modes</source>
      <translation>追溯方式</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Trace modes (records)</source>
      <translation>追溯方式（条）</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <location filename="processing/query_parameters.py" />
      <location filename="dialogs/query_form.py" />
      <source>Types of producers</source>
      <translation>主体类型</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Types of producers by township (records)</source>
      <translation>各乡镇主体类型（条）</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Unit: as in the heads</source>
      <translation>单位：见表头</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Unit: records</source>
      <translation>单位：条</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Without scale</source>
      <translation>无规模</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>Without scale: records whose scale or unit is empty or no number.</source>
      <translation>无规模：规模或单位未填、规模不是数字的记录数。</translation>
    </message>
    <message>
      <location filename="core/statistics_words.py" />
      <source>{name}
({unit})</source>
      <translation>{name}
（{unit}）</translation>
    </message>
    <message>
      <location filename="core/status_words.py" />
      <source>Draft</source>
      <translation>草稿</translation>
    </message>
    <message>
      <location filename="core/status_words.py" />
      <location filename="dialogs/worklist_filters.py" />
      <source>Submitted</source>
      <translation>已提交</translation>
    </message>
    <message>
      <location filename="core/telephones.py" />
      <source>{raw} has no area code.</source>
      <translation>{raw} 没有区号。</translation>
    </message>
    <message>
      <location filename="core/telephones.py" />
      <source>{raw} is a mobile number where a landline is asked for.</source>
      <translation>{raw} 是手机号，此栏应填固定电话。</translation>
    </message>
    <message>
      <location filename="core/telephones.py" />
      <source>{raw} is not a telephone number: write it with its area code, such as 0796-5332145.</source>
      <translation>{raw} 不是电话号码：请带区号填写，如 0796-5332145。</translation>
    </message>
    <message>
      <location filename="core/telephones.py" />
      <source>{raw} lacks the 0 of the area code; taken as {phone}.</source>
      <translation>{raw} 缺少区号开头的 0，按 {phone} 收录。</translation>
    </message>
    <message>
      <location filename="core/townships.py" />
      <source>Is the township {found} a typing error of {name}?</source>
      <translation>乡镇「{found}」是否为「{name}」的笔误？</translation>
    </message>
    <message>
      <location filename="core/townships.py" />
      <source>The list names the township {name}, the sheet {found}.</source>
      <translation>名录中的乡镇为「{name}」，表中为「{found}」。</translation>
    </message>
    <message>
      <location filename="core/townships.py" />
      <source>The township is missing: fill it in.</source>
      <translation>缺少乡镇：请填写。</translation>
    </message>
    <message>
      <location filename="core/townships.py" />
      <source>The township {name} was found through the village.</source>
      <translation>乡镇「{name}」由村名推得。</translation>
    </message>
    <message>
      <location filename="core/townships.py" />
      <source>There is no township {found} in this county's list: correct it, or add it to the list.</source>
      <translation>本县名录中没有「{found}」这个乡镇：请更正，或把它加入名录。</translation>
    </message>
    <message>
      <location filename="core/townships.py" />
      <source>{found} could not be checked: the county is not known.</source>
      <translation>无法核对「{found}」：不知道是哪个县。</translation>
    </message>
    <message>
      <location filename="core/versions.py" />
      <source>Choose one of its versions: {versions}.</source>
      <translation>请从已有版本中选择：{versions}。</translation>
    </message>
    <message>
      <location filename="core/versions.py" />
      <source>The record has no version {version}.</source>
      <translation>该记录没有第 {version} 版。</translation>
    </message>
    <message>
      <location filename="core/village_lists.py" />
      <source>Is {name} a 村 or a 社区? Write the full name.</source>
      <translation>「{name}」是村还是社区？请写全称。</translation>
    </message>
    <message>
      <location filename="core/village_lists.py" />
      <source>The village is missing: write the address down to the village (note 6).</source>
      <translation>缺少村：地址请填写到村一级（备注6）。</translation>
    </message>
    <message>
      <location filename="core/village_lists.py" />
      <source>{name} has not the usual form of a village's name.</source>
      <translation>「{name}」不像村名的通常写法。</translation>
    </message>
    <message>
      <location filename="core/village_lists.py" />
      <source>{name} lies in many townships: name the township.</source>
      <translation>「{name}」在多个乡镇都有：请写明乡镇。</translation>
    </message>
    <message>
      <location filename="core/village_lists.py" />
      <source>{name} lies in more than one township ({towns}): name the township.</source>
      <translation>「{name}」不止一个乡镇有（{towns}）：请写明乡镇。</translation>
    </message>
    <message>
      <location filename="core/village_lists.py" />
      <source>{name} may be {options}: write the full name.</source>
      <translation>「{name}」可能是{options}：请写全称。</translation>
    </message>
    <message>
      <location filename="core/warning_failures.py" />
      <source>{some}、{more}</source>
      <translation>{some}、{more}</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>A gathering says where to look, not why: where more is tested, more fails. The lines of one sample count once, a day that is only a month as its last day.</source>
      <translation>聚集只提示到哪里查，不说明原因：检测多的地方，不合格也多。同一批次的多个检测项目只算一批；日期只到月的按月末计。</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>A gathering: at least {least} failed samples of {since} to {day}, held together by steps of at most {km:g} km and {window} days. One step may follow another, so the spread can be larger; the middle is the mean of the points, the spread the distance from it to the farthest.</source>
      <translation>聚集：{since} 至 {day} 的不合格批次中，两两相距不超过 {km:g} 公里且相隔不超过 {window} 天的逐一相连，连成一片且不少于 {least} 批。逐一相连后范围可能更大；中心为各点的平均位置，半径为中心到最远一批的距离。</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Animals and fish without market dates</source>
      <translation>畜产品、水产品（无上市时间）</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Bases of these products near it</source>
      <translation>周边同品种基地数</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>By itself</source>
      <translation>未聚集</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Comes to market</source>
      <translation>即将上市</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Comes to market from {day}</source>
      <translation>{day} 起上市</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Coming: not on the market on {day}, and found by a query for one of the days to {until}. A month alone counts from its first day; dates without a year hold for every year.</source>
      <translation>即将上市：{day} 尚未上市，至 {until} 前开始上市（与按日期查询的结果一致）。只填月份的从当月 1 日算起；没有年份的每年适用。</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Count</source>
      <translation>数量</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <location filename="processing/algorithms/overdue_returns.py" />
      <source>Days over</source>
      <translation>逾期天数</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <location filename="processing/algorithms/early_warning.py" />
      <location filename="processing/models.py" />
      <source>Early warning</source>
      <translation>预警测报</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <location filename="processing/algorithms/early_warning.py" />
      <source>Failed samples</source>
      <translation>不合格批次</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Failed samples by product and item</source>
      <translation>不合格批次（按产品和检测项目）</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Failed, by itself</source>
      <translation>检测不合格（未聚集）</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Failed, in a gathering</source>
      <translation>检测不合格（聚集）</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <location filename="processing/algorithms/history.py" />
      <source>First day</source>
      <translation>起始日期</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Follow up with the producer, test again, and give failed producers more lots in the random inspection.</source>
      <translation>跟踪处置主体并复检；“双随机”抽查时给不合格主体增加签数。</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>From</source>
      <translation>自</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Gathering</source>
      <translation>聚集编号</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Gathering {number}</source>
      <translation>聚集 {number}</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Gatherings of failed tests</source>
      <translation>不合格聚集</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Go there: trace what was used on the crop or fed, and where it was bought; sample the producers around and the same product; stop what is on its way to market.</source>
      <translation>到现场追查投入品的使用和来源；对周边主体和同品种加大抽检；控制待上市产品。</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Have the market dates filled in; until then nobody is warned of these.</source>
      <translation>督促补填上市时间；补填前无法预警。</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Have the round collected, base by base.</source>
      <translation>督促信息采集员逐个基地完成本期采集。</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>In gatherings</source>
      <translation>其中聚集</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Kind of warning</source>
      <translation>预警类别</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Market dates not stated</source>
      <translation>未填上市时间</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Middle</source>
      <translation>中心（经度,纬度）</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <location filename="processing/algorithms/overdue_returns.py" />
      <source>Most days over</source>
      <translation>最长逾期天数</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>None.</source>
      <translation>无。</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Not collected in time: as «What is due» judges the latest round of each base. Returned: as «Returned and overdue» lists it. What is both stands here as returned.</source>
      <translation>逾期未采：与「采集到期情况」对各基地最新一期的判断一致。退回逾期：与「退回逾期未改」一致。两者兼有的只列为退回逾期。</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Not looked at: {earlier} failed samples before {since}, {later} after {day}.</source>
      <translation>未计入：{since} 以前的不合格批次 {earlier} 批，{day} 以后的 {later} 批。</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>On the market at other times</source>
      <translation>其他时间上市</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <location filename="processing/algorithms/early_warning.py" />
      <source>On the market now</source>
      <translation>正在上市</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Press the collectors; what stays uncorrected counts in their review.</source>
      <translation>督促信息采集员限期修改；未修改的纳入绩效考核。</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Producers</source>
      <translation>主体数</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <location filename="layers/round_looks.py" />
      <location filename="processing/algorithms/accept_warning.py" />
      <location filename="processing/algorithms/review.py" />
      <location filename="dialogs/people_dialog.py" />
      <location filename="dialogs/refused_window.py" />
      <location filename="dialogs/return_question.py" />
      <source>Reason</source>
      <translation>原因</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Results of tests are kept in a store; the records given are a copy, and no store was named, so nothing is known of failed tests.</source>
      <translation>检测结果保存在数据库中；所给记录是副本且未指定数据库，因此不掌握检测不合格情况。</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Returned, past its deadline</source>
      <translation>退回逾期未改</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Sample in the field and at the gate; look at certificates.</source>
      <translation>田间和出场抽检，查验承诺达标合格证。</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Samples tested there</source>
      <translation>同期检测批次</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Samples tested there: all samples within the spread, from the first to the last day. Near: within the spread and {km:g} km more.</source>
      <translation>同期检测批次：首末两日之间、半径范围内的全部检测批次。周边：半径之外再加 {km:g} 公里以内。</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Spread (m)</source>
      <translation>半径（米）</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Standing</source>
      <translation>情况</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Summary</source>
      <translation>汇总</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>To</source>
      <translation>至</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Unit</source>
      <translation>单位</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Visit and sample before the harvest; see that certificates (承诺达标合格证) are issued.</source>
      <translation>采收前巡查抽检，督促开具承诺达标合格证。</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>What comes to market, by place</source>
      <translation>即将上市（按乡镇和产品）</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>What is overdue</source>
      <translation>逾期清单</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>What is overdue, by collector</source>
      <translation>逾期情况（按信息采集员）</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>What to do next</source>
      <translation>下一步工作</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Where</source>
      <translation>所在乡(镇)</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>Who comes to market</source>
      <translation>即将上市清单</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>places</source>
      <translation>处</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>records</source>
      <translation>条</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>samples</source>
      <translation>批</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>{count} failed samples have no place or day and cannot gather; they are listed with the reason.</source>
      <translation>{count} 批不合格的没有点位或日期，无法判断是否聚集，连同原因列在表中。</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>{count} more rows stand in the list.</source>
      <translation>其余 {count} 行见清单。</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>{count} records come to market at other times; where their dates have passed, the next round has not been collected.</source>
      <translation>{count} 条记录在其他时间上市；日期已过的，下一茬尚未采集。</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>{count} records of animals and fish have no market dates (附件1, note 8): nothing is said of them here.</source>
      <translation>{count} 条畜产品、水产品记录不填报上市时间（附件1备注8），此处不作判断。</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>{day} (month stated)</source>
      <translation>{day}（只填月份）</translation>
    </message>
    <message>
      <location filename="core/warning_words.py" />
      <source>{name} {count}</source>
      <translation>{name} {count}</translation>
    </message>
    <message>
      <location filename="dialogs/asking.py" />
      <location filename="dialogs/basemap_dialog.py" />
      <location filename="dialogs/basemap_editor.py" />
      <location filename="dialogs/export_dialog.py" />
      <location filename="dialogs/open_store_dialog.py" />
      <location filename="dialogs/people_dialog.py" />
      <location filename="dialogs/person_editor.py" />
      <location filename="dialogs/query_saved.py" />
      <location filename="dialogs/return_question.py" />
      <location filename="dialogs/review_panel.py" />
      <location filename="dialogs/review_questions.py" />
      <location filename="dialogs/work_window.py" />
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <location filename="dialogs/asking.py" />
      <source>Go on without saving</source>
      <translation>不保存，继续</translation>
    </message>
    <message>
      <location filename="dialogs/asking.py" />
      <location filename="dialogs/basemap_editor.py" />
      <location filename="dialogs/person_editor.py" />
      <source>OK</source>
      <translation>确定</translation>
    </message>
    <message>
      <location filename="dialogs/asking.py" />
      <source>Save edits and go on</source>
      <translation>保存编辑并继续</translation>
    </message>
    <message>
      <location filename="dialogs/asking.py" />
      <source>The edits could not be saved.</source>
      <translation>编辑未能保存。</translation>
    </message>
    <message>
      <location filename="dialogs/background.py" />
      <source>Switch the plugin off and on in QGIS's plugin manager.</source>
      <translation>请在 QGIS 的插件管理器中停用再启用本插件。</translation>
    </message>
    <message>
      <location filename="dialogs/background.py" />
      <source>The tool {name} is not there.</source>
      <translation>找不到工具 {name}。</translation>
    </message>
    <message>
      <location filename="dialogs/background.py" />
      <source>{reason}</source>
      <translation>{reason}</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_dialog.py" />
      <source>A key is kept; enter another one to replace it</source>
      <translation>已保存密钥；填写新的可替换</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_dialog.py" />
      <source>Add to map</source>
      <translation>添加到地图</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_dialog.py" />
      <source>Apply for a browser key at {site}</source>
      <translation>请在 {site} 申请“浏览器端”密钥</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_dialog.py" />
      <source>Asking for a tile…</source>
      <translation>正在请求瓦片…</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_dialog.py" />
      <location filename="dialogs/people_dialog.py" />
      <location filename="dialogs/templates_dialog.py" />
      <source>Change…</source>
      <translation>修改…</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_dialog.py" />
      <location filename="dialogs/export_dialog.py" />
      <location filename="dialogs/import_dialog.py" />
      <location filename="dialogs/people_dialog.py" />
      <location filename="dialogs/query_dialog.py" />
      <location filename="dialogs/record_frame.py" />
      <location filename="dialogs/record_rescue.py" />
      <location filename="dialogs/refused_window.py" />
      <location filename="dialogs/reveal_button.py" />
      <location filename="dialogs/templates_dialog.py" />
      <location filename="dialogs/undo_dialog.py" />
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_dialog.py" />
      <source>Enter your key here</source>
      <translation>在此填写您的密钥</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_dialog.py" />
      <location filename="dialogs/recovery.py" />
      <source>Keep</source>
      <translation>保存密钥</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_dialog.py" />
      <source>Key of {service}</source>
      <translation>{service} 的密钥</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_dialog.py" />
      <source>Move down</source>
      <translation>下移</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_dialog.py" />
      <source>Move up</source>
      <translation>上移</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_dialog.py" />
      <location filename="dialogs/people_dialog.py" />
      <source>New…</source>
      <translation>新建…</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_dialog.py" />
      <source>QGIS keeps it encrypted and may ask for its master password. It is never written into a project.</source>
      <translation>密钥由 QGIS 加密保存，可能需要输入 QGIS 的主密码；密钥不会写入工程文件。</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_dialog.py" />
      <location filename="dialogs/coordinates_panel.py" />
      <location filename="dialogs/import_files.py" />
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_dialog.py" />
      <source>The key is forgotten.</source>
      <translation>密钥已删除。</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_dialog.py" />
      <source>The key is kept. Try it out now.</source>
      <translation>密钥已保存，请测试。</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_dialog.py" />
      <source>The test was cancelled.</source>
      <translation>测试已取消。</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_dialog.py" />
      <source>Try out</source>
      <translation>测试</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_dialog.py" />
      <source>{name} was added to the map.</source>
      <translation>{name} 已添加到地图。</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_editor.py" />
      <source>Address</source>
      <translation>地址</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_editor.py" />
      <location filename="dialogs/open_store_dialog.py" />
      <source>All files</source>
      <translation>所有文件</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_editor.py" />
      <source>Credit</source>
      <translation>来源说明</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_editor.py" />
      <source>File (MBTiles, GeoTIFF)</source>
      <translation>文件（MBTiles、GeoTIFF）</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_editor.py" />
      <source>Kind</source>
      <translation>类型</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_editor.py" />
      <source>Name of the basemap</source>
      <translation>底图名称</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_editor.py" />
      <source>Rasters</source>
      <translation>栅格文件</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_editor.py" />
      <source>Referer</source>
      <translation>Referer（来源页）</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_editor.py" />
      <source>The key in the address is kept apart from it, encrypted.</source>
      <translation>地址中的密钥将与地址分开，加密保存。</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_editor.py" />
      <source>XYZ tiles</source>
      <translation>XYZ 瓦片</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_editor.py" />
      <source>Zoom levels</source>
      <translation>缩放级别</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_editor.py" />
      <source>only where the service asks for it</source>
      <translation>仅在服务要求时填写</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_editor.py" />
      <source>printed on maps as their source</source>
      <translation>作为底图来源印在地图上</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_keys.py" />
      <source>Enter the key…</source>
      <translation>填写密钥…</translation>
    </message>
    <message>
      <location filename="dialogs/basemap_keys.py" />
      <source>Unlock…</source>
      <translation>解锁…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>A map for each product or township in one file, with an index</source>
      <translation>每个产品或乡(镇)一图，合为一册图集，附索引</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Add point</source>
      <translation>添加点位</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Approve submitted records or return them, township by township</source>
      <translation>按乡(镇)逐条通过或退回已提交的记录</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <location filename="dialogs/query_dialog.py" />
      <source>Atlas…</source>
      <translation>图集…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Back up store…</source>
      <translation>备份数据库…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Basemaps…</source>
      <translation>底图…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Bring results of inspections and tests into the store</source>
      <translation>把监督检查和检测结果导入数据库</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Bring sheets of offices and people in charge (附件2) into the store</source>
      <translation>把负责单位和人员表（附件2）导入数据库</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Bring township sheets (附件1) into the store</source>
      <translation>把乡镇采集表（附件1）收进数据库</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Check records…</source>
      <translation>核对记录…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Click a point to open its record, drag it to move it</source>
      <translation>单击点位打开记录，按住拖动可移动</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Click on the map and fill in the record</source>
      <translation>在地图上单击并填写记录</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Contacts (附件2)</source>
      <translation>负责人员（附件2）</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Create an empty store for a county</source>
      <translation>为一个县新建空数据库</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Draw again from the kept seed and frame, and compare</source>
      <translation>用留存的种子和名单重新抽取并比对</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Draw producers and inspectors by lot (双随机), with a record to print</source>
      <translation>随机抽取检查对象和检查人员（双随机），附可打印的记录</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <location filename="dialogs/query_dialog.py" />
      <source>Early warning…</source>
      <translation>预警测报…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Edit or move points</source>
      <translation>编辑或移动点位</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Export contacts…</source>
      <translation>导出负责人员…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Export sheet…</source>
      <translation>导出采集表…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Find records by product, place, scale, season …; map, table and draw of them</source>
      <translation>按产品、地区、规模、上市期等查找记录，并据此出图、列表、抽查</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <location filename="dialogs/help_window.py" />
      <source>Help</source>
      <translation>帮助</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>How far the collecting is, by township and product, as of a day</source>
      <translation>截至某日的采集进度，按乡(镇)和产品</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>How the work goes, window by window</source>
      <translation>按窗口说明工作步骤</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Import contacts…</source>
      <translation>导入负责人员…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Import results…</source>
      <translation>导入结果…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Import sheets…</source>
      <translation>导入采集表…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Inspections</source>
      <translation>监督检查</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Layouts of printed maps: copy one of ours and change it</source>
      <translation>印制地图的布局：复制自带模板后修改</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>List what is wrong with the records</source>
      <translation>列出记录中的问题</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Map templates…</source>
      <translation>地图模板…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Maps, tables and reports of a month in one run, into one folder</source>
      <translation>一次生成当月的图、表和报告，存入一个文件夹</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Monthly results…</source>
      <translation>月度成果…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>New store…</source>
      <translation>新建数据库…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Number, scale, certification and season by township and product</source>
      <translation>按乡镇和产品统计数量、规模、认证和上市时间</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>One focus area, product and period with the list of its bases (挂图作战)</source>
      <translation>一个重点地区、产品和时段，附基地名单（挂图作战）</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Open a store's points, styled, as a group of the project</source>
      <translation>把数据库的点位连同样式加载为工程中的一组图层</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Open store…</source>
      <translation>打开数据库…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Operator, county and defaults</source>
      <translation>操作人、所在县和默认值</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <location filename="dialogs/operator_button.py" />
      <source>People…</source>
      <translation>人员…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Print distribution map…</source>
      <translation>打印分布图…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Query…</source>
      <translation>查询…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <location filename="dialogs/query_dialog.py" />
      <source>Random inspection…</source>
      <translation>双随机抽查…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Records without a point, with errors, returned or due</source>
      <translation>待定位、有问题、退回、到期的记录</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Save edits</source>
      <translation>保存编辑</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <location filename="dialogs/operator_button.py" />
      <source>Settings…</source>
      <translation>设置…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <location filename="dialogs/query_dialog.py" />
      <source>Statistics…</source>
      <translation>统计…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Take one import back as a whole</source>
      <translation>整批撤销一次导入</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Undo an import…</source>
      <translation>撤销导入…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Verify a draw…</source>
      <translation>核验抽取…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <location filename="dialogs/query_dialog.py" />
      <source>Wall map…</source>
      <translation>挂图…</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>What comes to market, what is overdue, where failed tests gather</source>
      <translation>即将上市、逾期、检测不合格聚集</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Who works here in which role, agreements, and who was shown phones</source>
      <translation>人员及角色、保密协议，以及完整号码查看记录</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <location filename="dialogs/worklist_dock.py" />
      <source>Worklist</source>
      <translation>采集工作台</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Write a consistent copy of the store</source>
      <translation>为数据库写一份完整的副本</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Write all edits since the last saving to the store</source>
      <translation>把上次保存以来的编辑写入数据库</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Write offices and people in charge as a sheet (附件2)</source>
      <translation>把负责单位和人员写成表格（附件2）</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>Write records as a sheet (附件1)</source>
      <translation>把记录写成采集表（附件1）</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>一张图 of one product or of all</source>
      <translation>一个产品或全部产品的一张图</translation>
    </message>
    <message>
      <location filename="dialogs/commands.py" />
      <source>天地图, OpenStreetMap, tiles and files under the map; keys</source>
      <translation>天地图、OpenStreetMap、其他瓦片和本机文件作底图；密钥</translation>
    </message>
    <message>
      <location filename="dialogs/coordinates_panel.py" />
      <source>Coordinates (CGCS2000)</source>
      <translation>坐标（CGCS2000）</translation>
    </message>
    <message>
      <location filename="dialogs/coordinates_panel.py" />
      <location filename="dialogs/findings_view.py" />
      <location filename="dialogs/query_result.py" />
      <location filename="dialogs/refused_window.py" />
      <location filename="dialogs/worklist_dock.py" />
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <location filename="dialogs/coordinates_panel.py" />
      <source>Copy longitude and latitude</source>
      <translation>复制经度和纬度</translation>
    </message>
    <message>
      <location filename="dialogs/coordinates_panel.py" />
      <source>DMS</source>
      <translation>度分秒</translation>
    </message>
    <message>
      <location filename="dialogs/coordinates_panel.py" />
      <source>Degrees</source>
      <translation>度</translation>
    </message>
    <message>
      <location filename="dialogs/coordinates_panel.py" />
      <source>In any way of writing: 115.039559,26.710152 or 115°02′22.4″E 26°42′36.5″N …</source>
      <translation>各种写法均可：115.039559,26.710152 或 115°02′22.4″E 26°42′36.5″N 等</translation>
    </message>
    <message>
      <location filename="dialogs/coordinates_panel.py" />
      <source>No point yet</source>
      <translation>尚无点位</translation>
    </message>
    <message>
      <location filename="dialogs/coordinates_panel.py" />
      <source>Pick on the map</source>
      <translation>在地图上取点</translation>
    </message>
    <message>
      <location filename="dialogs/coordinates_panel.py" />
      <source>System</source>
      <translation>坐标系</translation>
    </message>
    <message>
      <location filename="dialogs/coordinates_panel.py" />
      <source>Take the point away: the record waits for a place again</source>
      <translation>去掉点位：记录重新成为待定位</translation>
    </message>
    <message>
      <location filename="dialogs/coordinates_panel.py" />
      <source>Take {point}</source>
      <translation>采用 {point}</translation>
    </message>
    <message>
      <location filename="dialogs/coordinates_panel.py" />
      <source>The coordinate system of what is typed</source>
      <translation>所输入坐标的坐标系</translation>
    </message>
    <message>
      <location filename="dialogs/coordinates_panel.py" />
      <source>Then click where the record lies</source>
      <translation>随后在地图上点击该点位所在处</translation>
    </message>
    <message>
      <location filename="dialogs/coordinates_panel.py" />
      <source>Type</source>
      <translation>输入</translation>
    </message>
    <message>
      <location filename="dialogs/coordinates_panel.py" />
      <source>Type or paste coordinates</source>
      <translation>输入或粘贴经纬度</translation>
    </message>
    <message>
      <location filename="dialogs/desk.py" />
      <source>All edits are saved.</source>
      <translation>编辑已全部保存。</translation>
    </message>
    <message>
      <location filename="dialogs/desk.py" />
      <source>The edits could not be saved; they are still there. {problem}</source>
      <translation>编辑未能保存，仍在编辑中。{problem}</translation>
    </message>
    <message>
      <location filename="dialogs/desk.py" />
      <source>There was nothing to save.</source>
      <translation>没有需要保存的编辑。</translation>
    </message>
    <message>
      <location filename="dialogs/export_dialog.py" />
      <source>Also write what is held back as a sheet beside it</source>
      <translation>同时把未上报的记录另存一张表</translation>
    </message>
    <message>
      <location filename="dialogs/export_dialog.py" />
      <source>Cancelled: no sheet was written.</source>
      <translation>已取消：没有写出采集表。</translation>
    </message>
    <message>
      <location filename="dialogs/export_dialog.py" />
      <source>Every record as it stands, with hidden columns that bring it back unchanged. Contains names and phone numbers: not to be passed on.</source>
      <translation>全部记录原样导出，带有隐藏列，可原样导回。含姓名和手机号，不得外传。</translation>
    </message>
    <message>
      <location filename="dialogs/export_dialog.py" />
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <location filename="dialogs/export_dialog.py" />
      <source>Exporting…</source>
      <translation>正在导出…</translation>
    </message>
    <message>
      <location filename="dialogs/export_dialog.py" />
      <source>For the national platform</source>
      <translation>上报国家平台</translation>
    </message>
    <message>
      <location filename="dialogs/export_dialog.py" />
      <source>For the public</source>
      <translation>对外公开</translation>
    </message>
    <message>
      <location filename="dialogs/export_dialog.py" />
      <source>No phone numbers, names of persons masked, points rounded to about 50 m; the latest period of each base that was collected, whatever its status.</source>
      <translation>不含手机号，姓名隐去，点位模糊到约 50 米；取每个基地最近已采集的一期，不论审核状态。</translation>
    </message>
    <message>
      <location filename="dialogs/export_dialog.py" />
      <source>No store is open: open one to export from it.</source>
      <translation>没有打开数据库：请先打开要导出的数据库。</translation>
    </message>
    <message>
      <location filename="dialogs/export_dialog.py" />
      <source>Only approved records without errors, the latest period of each base that was collected. What is held back is listed with the reasons. Contains names and phone numbers: send it to the platform only.</source>
      <translation>只含审核通过且没有错误的记录，取每个基地最近已采集的一期。未上报的连同原因列出。含姓名和手机号，只能报送平台。</translation>
    </message>
    <message>
      <location filename="dialogs/export_dialog.py" />
      <location filename="dialogs/import_dialog.py" />
      <location filename="dialogs/review_panel.py" />
      <source>Open folder</source>
      <translation>打开文件夹</translation>
    </message>
    <message>
      <location filename="dialogs/export_dialog.py" />
      <source>Replace it</source>
      <translation>替换</translation>
    </message>
    <message>
      <location filename="dialogs/export_dialog.py" />
      <source>Show held-back records</source>
      <translation>显示未上报的记录</translation>
    </message>
    <message>
      <location filename="dialogs/export_dialog.py" />
      <source>They stay in the store; the reasons are listed below.</source>
      <translation>它们仍在数据库中，原因列在下面。</translation>
    </message>
    <message>
      <location filename="dialogs/export_dialog.py" />
      <source>What for</source>
      <translation>用途</translation>
    </message>
    <message>
      <location filename="dialogs/export_dialog.py" />
      <source>Write to</source>
      <translation>写到</translation>
    </message>
    <message>
      <location filename="dialogs/export_dialog.py" />
      <source>{file} is there already. Replace it?</source>
      <translation>已有 {file}，要替换吗？</translation>
    </message>
    <message>
      <location filename="dialogs/export_dialog.py" />
      <source>{name}_held back</source>
      <translation>{name}_未上报</translation>
    </message>
    <message>
      <location filename="dialogs/export_records.py" />
      <source>Only those that fit:</source>
      <translation>只导出符合条件的：</translation>
    </message>
    <message>
      <location filename="dialogs/export_records.py" />
      <location filename="dialogs/review_dock.py" />
      <source>Records: {count}</source>
      <translation>{count} 条记录</translation>
    </message>
    <message>
      <location filename="dialogs/export_records.py" />
      <source>Selected on the map ({count})</source>
      <translation>地图上选中的（{count}）</translation>
    </message>
    <message>
      <location filename="dialogs/export_records.py" />
      <source>Which records</source>
      <translation>哪些记录</translation>
    </message>
    <message>
      <location filename="dialogs/export_records.py" />
      <source>all</source>
      <translation>全部</translation>
    </message>
    <message>
      <location filename="dialogs/findings_panel.py" />
      <source>Empty it</source>
      <translation>清空</translation>
    </message>
    <message>
      <location filename="dialogs/findings_panel.py" />
      <source>Errors: {errors}, warnings: {warnings}</source>
      <translation>检查结果：{errors} 个错误，{warnings} 个提醒</translation>
    </message>
    <message>
      <location filename="dialogs/findings_panel.py" />
      <source>Exchange</source>
      <translation>对调</translation>
    </message>
    <message>
      <location filename="dialogs/findings_panel.py" />
      <location filename="dialogs/review_page.py" />
      <source>No findings</source>
      <translation>没有问题</translation>
    </message>
    <message>
      <location filename="dialogs/findings_panel.py" />
      <source>Put this value in</source>
      <translation>填入该值</translation>
    </message>
    <message>
      <location filename="dialogs/findings_view.py" />
      <source>All ({count})</source>
      <translation>全部（{count}）</translation>
    </message>
    <message>
      <location filename="dialogs/findings_view.py" />
      <source>Double click shows the row in the sheet; Ctrl+C copies.</source>
      <translation>双击显示表中对应的行，Ctrl+C 复制。</translation>
    </message>
    <message>
      <location filename="dialogs/findings_view.py" />
      <source>Error</source>
      <translation>错误</translation>
    </message>
    <message>
      <location filename="dialogs/findings_view.py" />
      <source>Note</source>
      <translation>说明</translation>
    </message>
    <message>
      <location filename="dialogs/findings_view.py" />
      <source>Proposal</source>
      <translation>建议</translation>
    </message>
    <message>
      <location filename="dialogs/findings_view.py" />
      <source>Show:</source>
      <translation>显示：</translation>
    </message>
    <message>
      <location filename="dialogs/findings_view.py" />
      <source>Warning</source>
      <translation>警告</translation>
    </message>
    <message>
      <location filename="dialogs/findings_view.py" />
      <source>What is to be looked at</source>
      <translation>需要查看的内容</translation>
    </message>
    <message>
      <location filename="dialogs/history_panel.py" />
      <location filename="dialogs/recovery.py" />
      <source>Changed</source>
      <translation>修改</translation>
    </message>
    <message>
      <location filename="dialogs/history_panel.py" />
      <source>Created</source>
      <translation>新增</translation>
    </message>
    <message>
      <location filename="dialogs/history_panel.py" />
      <location filename="dialogs/recovery.py" />
      <location filename="dialogs/worklist_model.py" />
      <source>Deleted</source>
      <translation>已删除</translation>
    </message>
    <message>
      <location filename="dialogs/history_panel.py" />
      <source>History</source>
      <translation>历史</translation>
    </message>
    <message>
      <location filename="dialogs/history_panel.py" />
      <source>Import undone</source>
      <translation>撤销导入</translation>
    </message>
    <message>
      <location filename="dialogs/history_panel.py" />
      <source>Nothing is saved yet.</source>
      <translation>尚未保存过。</translation>
    </message>
    <message>
      <location filename="dialogs/history_panel.py" />
      <source>{operation} by an import</source>
      <translation>导入时{operation}</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>All required columns are there.</source>
      <translation>必填列齐全。</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>As recognised</source>
      <translation>按自动识别</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>Choose a file on the left to see how its columns are read.</source>
      <translation>在左边选一个文件，看它的各列是怎样识别的。</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>Col.</source>
      <translation>列</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>Example</source>
      <translation>示例</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>Header in the sheet</source>
      <translation>表中的表头</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>If it holds records, choose the row with the names of its columns and press «is the header».</source>
      <translation>如果表中有记录，请选好列名所在的行，再按“是表头”。</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>No header was found in this sheet; it is not imported.</source>
      <translation>这张工作表中没有找到表头，不导入。</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>Read as</source>
      <translation>识别为</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>Read this sheet anew, with the names of its columns in the row chosen here</source>
      <translation>以这里选的一行为列名，重新读取这张表</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>Required for crops: {columns}</source>
      <translation>种植业必填：{columns}</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>Required, but missing: {columns}</source>
      <translation>缺少必填列：{columns}</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>Table:</source>
      <translation>表格：</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>Take back what was put right in this table</source>
      <translation>撤回对这张表的更正</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>This sheet is hidden and not imported.</source>
      <translation>这张表是隐藏的，不会导入。</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>into the remarks, after its header</source>
      <translation>连同表头写入备注</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>is the header</source>
      <translation>是表头</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>row number, not read</source>
      <translation>序号，不读取</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>{sheet} (hidden)</source>
      <translation>{sheet}（隐藏）</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>{sheet}: header in row {row}, rows: {count}</source>
      <translation>{sheet}：表头在第 {row} 行，共 {count} 行</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>{sheet}: not imported</source>
      <translation>{sheet}：不导入</translation>
    </message>
    <message>
      <location filename="dialogs/import_columns.py" />
      <source>— leave out —</source>
      <translation>— 不导入 —</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>Add the sheets that townships sent in.</source>
      <translation>请添加乡镇报来的采集表。</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <location filename="dialogs/undo_dialog.py" />
      <source>Cancelled: the store is as it was before.</source>
      <translation>已取消：数据库保持原样。</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>Columns</source>
      <translation>列</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>Findings ({count})</source>
      <translation>问题（{count}）</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>Import</source>
      <translation>导入</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>Imported records that were edited in QGIS meanwhile: {count}. Look at these edits before saving them: they replace what was imported.</source>
      <translation>导入的记录中有 {count} 条同时在 QGIS 中有编辑。保存前请核对：保存会覆盖导入的值。</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>Imported: {counts}</source>
      <translation>已导入：{counts}</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>Importing…</source>
      <translation>正在导入…</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <location filename="dialogs/undo_dialog.py" />
      <source>Keep it</source>
      <translation>保留</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>Look at the columns and at the coordinate system, then press «Try»: it tells what an import into {store} would do, and writes nothing.</source>
      <translation>请核对各列和坐标系，再点“试导入”：看导入 {store} 会有什么结果，不写入任何内容。</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>Marked-up workbooks are in {folder}</source>
      <translation>标注表在 {folder}</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>Marking up…</source>
      <translation>正在标注…</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>No store is open: open one to import into it.</source>
      <translation>没有打开数据库：请先打开要导入的数据库。</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>Rows of records with unsaved edits are then not imported, but listed.</source>
      <translation>有未保存编辑的记录，对应的行不会导入，但会列出。</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>Save marked-up workbooks…</source>
      <translation>保存标注表…</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>Show new records</source>
      <translation>显示新记录</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>The files are being read…</source>
      <translation>正在读取文件…</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>Tried, nothing written: {counts}</source>
      <translation>已试导入，没有写入：{counts}</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>Try</source>
      <translation>试导入</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>Trying…</source>
      <translation>正在试导入…</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <location filename="dialogs/undo_dialog.py" />
      <source>Undo it</source>
      <translation>撤销</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <location filename="dialogs/undo_dialog.py" />
      <source>Undo this import</source>
      <translation>撤销本次导入</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>Undo this import? Records it added are removed, records it changed get their earlier values; what somebody edited since stays.</source>
      <translation>要撤销本次导入吗？它新增的记录会移除，改过的记录恢复原值；此后有人修改过的保持不变。</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <location filename="dialogs/undo_dialog.py" />
      <source>Undoing…</source>
      <translation>正在撤销…</translation>
    </message>
    <message>
      <location filename="dialogs/import_dialog.py" />
      <source>{files}: changed since it was read, and now read again. Look, then try.</source>
      <translation>{files}：读取后又有改动，已重新读取。请核对后再试导入。</translation>
    </message>
    <message>
      <location filename="dialogs/import_files.py" />
      <source>Add files…</source>
      <translation>添加文件…</translation>
    </message>
    <message>
      <location filename="dialogs/import_files.py" />
      <source>Add folder…</source>
      <translation>添加文件夹…</translation>
    </message>
    <message>
      <location filename="dialogs/import_files.py" />
      <source>Drop collection sheets (.xlsx) or folders here, or add them:</source>
      <translation>把采集表（.xlsx）或文件夹拖到这里，或者添加：</translation>
    </message>
    <message>
      <location filename="dialogs/import_files.py" />
      <source>Folder with collection sheets</source>
      <translation>存放采集表的文件夹</translation>
    </message>
    <message>
      <location filename="dialogs/import_files.py" />
      <source>It cannot be read. {reason}</source>
      <translation>无法读取。{reason}</translation>
    </message>
    <message>
      <location filename="dialogs/import_files.py" />
      <source>Only {count} workbooks were taken, there are more: import these, then the rest.</source>
      <translation>只添加了 {count} 个工作簿，其余的没有添加：请先导入这些，再添加其余的。</translation>
    </message>
    <message>
      <location filename="dialogs/import_files.py" />
      <source>Read {file}</source>
      <translation>读取 {file}</translation>
    </message>
    <message>
      <location filename="dialogs/import_files.py" />
      <source>Rows</source>
      <translation>行数</translation>
    </message>
    <message>
      <location filename="dialogs/import_files.py" />
      <source>read</source>
      <translation>已读取</translation>
    </message>
    <message>
      <location filename="dialogs/import_files.py" />
      <source>read, with notes</source>
      <translation>已读取，有说明</translation>
    </message>
    <message>
      <location filename="dialogs/import_files.py" />
      <source>reading…</source>
      <translation>正在读取…</translation>
    </message>
    <message>
      <location filename="dialogs/import_options.py" />
      <source>Coordinate system of the sheets</source>
      <translation>采集表的坐标系</translation>
    </message>
    <message>
      <location filename="dialogs/import_options.py" />
      <source>Hand back marked-up workbooks, in this folder:</source>
      <translation>生成退回乡镇的标注表，存入文件夹：</translation>
    </message>
    <message>
      <location filename="dialogs/import_options.py" />
      <source>How to read them</source>
      <translation>怎样读取</translation>
    </message>
    <message>
      <location filename="dialogs/import_options.py" />
      <source>The township's own workbook with wrong cells coloured, a comment on each and a column 问题 that says what to do.</source>
      <translation>乡镇自己的表：有误的单元格标色并加批注，另有“问题”一列说明怎么改。</translation>
    </message>
    <message>
      <location filename="dialogs/import_options.py" />
      <source>What the coordinates were taken with. Nothing is guessed: a wrong choice moves every point by 100 to 700 m. GCJ-02 and BD-09 are turned into CGCS2000; the original pair is kept.</source>
      <translation>坐标是用什么采集的。不会自动猜：选错了，每个点都会偏 100 至 700 米。GCJ-02 和 BD-09 会换算为 CGCS2000，原始坐标一并保留。</translation>
    </message>
    <message>
      <location filename="dialogs/import_options.py" />
      <source>Write 2023-06 for a month or 2023-1 for the first crop.</source>
      <translation>按月写 2023-06，第一茬写 2023-1。</translation>
    </message>
    <message>
      <location filename="dialogs/import_options.py" />
      <source>from the sheet, or 2023-06, 2023-1</source>
      <translation>按表中内容，或填 2023-06、2023-1</translation>
    </message>
    <message>
      <location filename="dialogs/import_work.py" />
      <source>no rows</source>
      <translation>没有行</translation>
    </message>
    <message>
      <location filename="dialogs/import_work.py" />
      <source>refused</source>
      <translation>未导入</translation>
    </message>
    <message>
      <location filename="dialogs/import_work.py" />
      <source>unchanged</source>
      <translation>未变</translation>
    </message>
    <message>
      <location filename="dialogs/import_work.py" />
      <source>updated</source>
      <translation>更新</translation>
    </message>
    <message>
      <location filename="dialogs/import_work.py" />
      <source>without a record</source>
      <translation>空行</translation>
    </message>
    <message>
      <location filename="dialogs/line_widget.py" />
      <source>Different values</source>
      <translation>值不相同</translation>
    </message>
    <message>
      <location filename="dialogs/line_widget.py" />
      <source>Show the list</source>
      <translation>显示列表</translation>
    </message>
    <message>
      <location filename="dialogs/messages.py" />
      <location filename="dialogs/store_files.py" />
      <source>Origin trace</source>
      <translation>产地溯源</translation>
    </message>
    <message>
      <location filename="dialogs/model_copy.py" />
      <source>Copied: «{name}» stands under Models in the toolbox; a right click edits it.</source>
      <translation>已复制：「{name}」在工具箱的“模型”下，右键可编辑。</translation>
    </message>
    <message>
      <location filename="dialogs/model_copy.py" />
      <source>Copy to my models</source>
      <translation>复制到我的模型</translation>
    </message>
    <message>
      <location filename="dialogs/monitoring_dock.py" />
      <location filename="dialogs/query_result.py" />
      <source>Counting…</source>
      <translation>正在统计…</translation>
    </message>
    <message>
      <location filename="dialogs/monitoring_dock.py" />
      <location filename="dialogs/query_result.py" />
      <source>Edits that are not saved are not counted.</source>
      <translation>未保存的编辑没有计入。</translation>
    </message>
    <message>
      <location filename="dialogs/monitoring_dock.py" />
      <location filename="dialogs/worklist_empty.py" />
      <source>No store is open: open one or create one.</source>
      <translation>尚未打开数据库：请打开或新建一个数据库。</translation>
    </message>
    <message>
      <location filename="dialogs/monitoring_dock.py" />
      <source>Show in the worklist</source>
      <translation>在采集工作台中列出</translation>
    </message>
    <message>
      <location filename="dialogs/monitoring_dock.py" />
      <source>The worklist cannot be narrowed to records without a township.</source>
      <translation>采集工作台无法只列出未填乡(镇)的记录。</translation>
    </message>
    <message>
      <location filename="dialogs/monitoring_dock.py" />
      <source>Writing…</source>
      <translation>正在写出…</translation>
    </message>
    <message>
      <location filename="dialogs/monitoring_dock.py" />
      <source>Written: {file}</source>
      <translation>已写出：{file}</translation>
    </message>
    <message>
      <location filename="dialogs/monitoring_dock.py" />
      <source>Zoom to the points</source>
      <translation>缩放到这些点位</translation>
    </message>
    <message>
      <location filename="dialogs/monitoring_map.py" />
      <source>No record there has a point yet.</source>
      <translation>那里还没有带点位的记录。</translation>
    </message>
    <message>
      <location filename="dialogs/monitoring_panel.py" />
      <source>A click shows the township's points, a double click its worklist.</source>
      <translation>单击在地图上显示该乡(镇)的点位，双击在采集工作台列出。</translation>
    </message>
    <message>
      <location filename="dialogs/monitoring_panel.py" />
      <source>All products</source>
      <translation>全部产品</translation>
    </message>
    <message>
      <location filename="dialogs/monitoring_panel.py" />
      <source>Count the store again</source>
      <translation>重新统计</translation>
    </message>
    <message>
      <location filename="dialogs/monitoring_panel.py" />
      <source>Figures of this product only</source>
      <translation>只看这一产品</translation>
    </message>
    <message>
      <location filename="dialogs/monitoring_panel.py" />
      <source>Page…</source>
      <translation>网页…</translation>
    </message>
    <message>
      <location filename="dialogs/monitoring_panel.py" />
      <source>The day that counts</source>
      <translation>截止日期</translation>
    </message>
    <message>
      <location filename="dialogs/monitoring_panel.py" />
      <source>Workbook…</source>
      <translation>工作簿…</translation>
    </message>
    <message>
      <location filename="dialogs/monitoring_panel.py" />
      <source>Write these figures as a page that can be printed</source>
      <translation>把这些数字写成可打印的网页</translation>
    </message>
    <message>
      <location filename="dialogs/monitoring_panel.py" />
      <source>Write these figures as a workbook with charts</source>
      <translation>把这些数字写成带图表的工作簿</translation>
    </message>
    <message>
      <location filename="dialogs/monitoring_source.py" />
      <source>The boundary layer is not a file: points are not tested against it here.</source>
      <translation>边界图层不是文件，这里没有按边界核对点位。</translation>
    </message>
    <message>
      <location filename="dialogs/move_tool.py" />
      <source>Click a point to open its record, drag it to move it.</source>
      <translation>单击点位打开记录，按住拖动可移动。</translation>
    </message>
    <message>
      <location filename="dialogs/move_tool.py" />
      <source>No store is open: open one first.</source>
      <translation>没有打开数据库，请先打开。</translation>
    </message>
    <message>
      <location filename="dialogs/move_tool.py" />
      <source>Several records lie here: click to choose one, then drag it.</source>
      <translation>这里有几条记录：先单击选定一条，再拖动。</translation>
    </message>
    <message>
      <location filename="dialogs/move_tool.py" />
      <location filename="dialogs/point_tool.py" />
      <source>The map's coordinates do not reach this place: zoom to the county.</source>
      <translation>地图的坐标系到不了这里，请缩放到本县。</translation>
    </message>
    <message>
      <location filename="dialogs/move_tool.py" />
      <source>{name} was moved by {metres} m; Ctrl+Z takes it back.</source>
      <translation>{name} 已移动 {metres} 米，按 Ctrl+Z 撤销。</translation>
    </message>
    <message>
      <location filename="dialogs/move_tool.py" />
      <source>… {count} more: zoom in</source>
      <translation>……还有 {count} 条，请放大</translation>
    </message>
    <message>
      <location filename="dialogs/near_warning.py" />
      <source>Back to the form</source>
      <translation>回到记录</translation>
    </message>
    <message>
      <location filename="dialogs/near_warning.py" />
      <source>Is it the same record?</source>
      <translation>是不是同一条记录？</translation>
    </message>
    <message>
      <location filename="dialogs/near_warning.py" />
      <source>Keep both</source>
      <translation>两条都保留</translation>
    </message>
    <message>
      <location filename="dialogs/near_warning.py" />
      <source>Open the other one</source>
      <translation>打开另一条</translation>
    </message>
    <message>
      <location filename="dialogs/near_warning.py" />
      <location filename="dialogs/records_under.py" />
      <location filename="dialogs/review_words.py" />
      <source>Record without a name</source>
      <translation>没有名称的记录</translation>
    </message>
    <message>
      <location filename="dialogs/near_warning.py" />
      <source>This record</source>
      <translation>本记录</translation>
    </message>
    <message>
      <location filename="dialogs/near_warning.py" />
      <source>{name} may be in the store already. Compare the places on the map.</source>
      <translation>{name} 可能已在数据库中，请在地图上比对位置。</translation>
    </message>
    <message>
      <location filename="dialogs/open_store_dialog.py" />
      <source>A store (.gpkg), or postgres://connection/schema of one on a server</source>
      <translation>数据库（.gpkg），或服务器库 postgres://连接名/模式名</translation>
    </message>
    <message>
      <location filename="dialogs/open_store_dialog.py" />
      <source>Boundary layer</source>
      <translation>界线图层</translation>
    </message>
    <message>
      <location filename="dialogs/open_store_dialog.py" />
      <source>Browse…</source>
      <translation>浏览…</translation>
    </message>
    <message>
      <location filename="dialogs/open_store_dialog.py" />
      <source>Choose a folder on a disk of this computer.</source>
      <translation>请选择本机磁盘上的文件夹。</translation>
    </message>
    <message>
      <location filename="dialogs/open_store_dialog.py" />
      <source>File name</source>
      <translation>文件名</translation>
    </message>
    <message>
      <location filename="dialogs/open_store_dialog.py" />
      <source>Go on in the local copy {name}, last changed {when}</source>
      <translation>继续使用本机副本 {name}（最后修改 {when}）</translation>
    </message>
    <message>
      <location filename="dialogs/open_store_dialog.py" />
      <location filename="dialogs/query_saved.py" />
      <location filename="dialogs/worklist_dock.py" />
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <location filename="dialogs/open_store_dialog.py" />
      <source>Open a store</source>
      <translation>打开数据库</translation>
    </message>
    <message>
      <location filename="dialogs/open_store_dialog.py" />
      <source>Open for reading only</source>
      <translation>只读打开</translation>
    </message>
    <message>
      <location filename="dialogs/open_store_dialog.py" />
      <source>Polygons</source>
      <translation>面图层</translation>
    </message>
    <message>
      <location filename="dialogs/open_store_dialog.py" />
      <source>Stores</source>
      <translation>数据库</translation>
    </message>
    <message>
      <location filename="dialogs/open_store_dialog.py" />
      <source>This file is not edited in place</source>
      <translation>此文件不能在原处编辑</translation>
    </message>
    <message>
      <location filename="dialogs/open_store_dialog.py" />
      <source>Work in a new local copy</source>
      <translation>在新的本机副本中工作</translation>
    </message>
    <message>
      <location filename="dialogs/open_store_dialog.py" />
      <source>{file} holds no polygons: choose the county's layer of boundaries.</source>
      <translation>{file} 中没有面要素：请选择本县的界线图层。</translation>
    </message>
    <message>
      <location filename="dialogs/open_store_dialog.py" />
      <source>{path} is seen by other computers too.</source>
      <translation>{path} 也能被其他电脑访问。</translation>
    </message>
    <message>
      <location filename="dialogs/operator_button.py" />
      <source>Name, as it is written into the history:</source>
      <translation>姓名（写入历史记录）：</translation>
    </message>
    <message>
      <location filename="dialogs/operator_button.py" />
      <source>Somebody else…</source>
      <translation>其他人…</translation>
    </message>
    <message>
      <location filename="dialogs/operator_button.py" />
      <source>Who works at this computer: click to change.</source>
      <translation>本机现在的操作人，单击可换人。</translation>
    </message>
    <message>
      <location filename="dialogs/operator_button.py" />
      <source>Who works?</source>
      <translation>谁在操作？</translation>
    </message>
    <message>
      <location filename="dialogs/options_page.py" />
      <source>11 digits</source>
      <translation>11 位数字</translation>
    </message>
    <message>
      <location filename="dialogs/options_page.py" />
      <source>Basemaps and keys…</source>
      <translation>底图与密钥…</translation>
    </message>
    <message>
      <location filename="dialogs/options_page.py" />
      <source>Coordinates come in</source>
      <translation>坐标通常采用</translation>
    </message>
    <message>
      <location filename="dialogs/options_page.py" />
      <source>County</source>
      <translation>县</translation>
    </message>
    <message>
      <location filename="dialogs/options_page.py" />
      <location filename="dialogs/people_dialog.py" />
      <location filename="dialogs/person_editor.py" />
      <source>Mobile</source>
      <translation>手机号</translation>
    </message>
    <message>
      <location filename="dialogs/options_page.py" />
      <location filename="dialogs/people_dialog.py" />
      <location filename="dialogs/person_editor.py" />
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <location filename="dialogs/options_page.py" />
      <source>New records</source>
      <translation>新记录</translation>
    </message>
    <message>
      <location filename="dialogs/options_page.py" />
      <source>Office</source>
      <translation>单位</translation>
    </message>
    <message>
      <location filename="dialogs/options_page.py" />
      <source>Taken over from
the record before</source>
      <translation>沿用上一条
记录的项</translation>
    </message>
    <message>
      <location filename="dialogs/options_page.py" />
      <source>The county is proposed for new stores, the office is printed on maps and sheets.</source>
      <translation>新建数据库时默认此县；单位名称印在地图和采集表上。</translation>
    </message>
    <message>
      <location filename="dialogs/options_page.py" />
      <source>Type the name or the code</source>
      <translation>键入名称或代码</translation>
    </message>
    <message>
      <location filename="dialogs/options_page.py" />
      <source>Who works at this computer: written into the history of every record, and proposed as 信息采集员 of new ones.</source>
      <translation>在这台电脑上工作的人：写入每条记录的修改历史，并作为新记录的信息采集员。</translation>
    </message>
    <message>
      <location filename="dialogs/options_page.py" />
      <source>Your name</source>
      <translation>您的姓名</translation>
    </message>
    <message>
      <location filename="dialogs/options_page.py" />
      <source>天地图 with your key, OpenStreetMap, other tiles, files of this computer.</source>
      <translation>天地图（用您的密钥）、OpenStreetMap、其他瓦片、本机文件。</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <source>Agreement</source>
      <translation>协议编号</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <source>Also those out of use</source>
      <translation>包括已停用</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <source>Name, role, organisation, township …</source>
      <translation>姓名、角色、单位、乡镇 …</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <source>No store is open: open the one whose people are meant.</source>
      <translation>没有打开数据库：请先打开要管理人员的数据库。</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <source>Number of records</source>
      <translation>记录数</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <source>Numbers shown in full</source>
      <translation>完整号码查看记录</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <location filename="dialogs/person_editor.py" />
      <source>Organisation</source>
      <translation>单位</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <source>People</source>
      <translation>人员</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <location filename="dialogs/person_editor.py" />
      <source>Role</source>
      <translation>角色</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <source>Take into use</source>
      <translation>启用</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <source>Take out of use</source>
      <translation>停用</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <source>This is me</source>
      <translation>这是我</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <location filename="dialogs/undo_dialog.py" />
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <location filename="dialogs/person_editor.py" />
      <location filename="dialogs/query_place.py" />
      <location filename="dialogs/worklist_filters.py" />
      <source>Township</source>
      <translation>乡(镇)</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <source>What was shown</source>
      <translation>查看内容</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <source>agreement ends soon</source>
      <translation>协议即将到期</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <source>in use</source>
      <translation>在用</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <source>no agreement in force</source>
      <translation>没有有效协议</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <source>out of use</source>
      <translation>已停用</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <location filename="dialogs/query_saved.py" />
      <source>{name} is saved.</source>
      <translation>{name}已保存。</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <source>{name} is the last reviewer: nobody could approve or return records.</source>
      <translation>{name}是最后一名审核人员：停用后没有人能通过或退回记录。</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <source>{name} works at this computer now.</source>
      <translation>现在由{name}在本机操作。</translation>
    </message>
    <message>
      <location filename="dialogs/people_dialog.py" />
      <source>{state}, works here</source>
      <translation>{state}，本机操作人</translation>
    </message>
    <message>
      <location filename="dialogs/person_editor.py" />
      <source>Barred townships</source>
      <translation>回避乡(镇)</translation>
    </message>
    <message>
      <location filename="dialogs/person_editor.py" />
      <source>Confidentiality agreement</source>
      <translation>保密协议</translation>
    </message>
    <message>
      <location filename="dialogs/person_editor.py" />
      <source>Number</source>
      <translation>编号</translation>
    </message>
    <message>
      <location filename="dialogs/person_editor.py" />
      <source>Of an agency; without one in force it may not work.</source>
      <translation>第三方机构必填；没有有效协议不能工作。</translation>
    </message>
    <message>
      <location filename="dialogs/person_editor.py" />
      <source>Person</source>
      <translation>人员信息</translation>
    </message>
    <message>
      <location filename="dialogs/person_editor.py" />
      <source>Remarks</source>
      <translation>备注</translation>
    </message>
    <message>
      <location filename="dialogs/person_editor.py" />
      <source>Where this person is not sent for inspections</source>
      <translation>不派此人去检查的乡(镇)</translation>
    </message>
    <message>
      <location filename="dialogs/person_editor.py" />
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <location filename="dialogs/person_editor.py" />
      <source>of an enterprise: the producer as its records name it</source>
      <translation>企业请填记录中的主体名称</translation>
    </message>
    <message>
      <location filename="dialogs/person_editor.py" />
      <source>such as 2026-12-31</source>
      <translation>如 2026-12-31</translation>
    </message>
    <message>
      <location filename="dialogs/point_tool.py" />
      <source>Click where the new point lies; Esc to stop.</source>
      <translation>请单击新点位的位置，按 Esc 结束。</translation>
    </message>
    <message>
      <location filename="dialogs/point_tool.py" />
      <source>Click where {what} lies; Esc to stop.</source>
      <translation>请单击 {what} 的位置，按 Esc 结束。</translation>
    </message>
    <message>
      <location filename="dialogs/point_tool.py" />
      <source>No store is open: open one, then place the point.</source>
      <translation>没有打开数据库，请先打开再定位。</translation>
    </message>
    <message>
      <location filename="dialogs/query_dialog.py" />
      <source>Clear</source>
      <translation>清空</translation>
    </message>
    <message>
      <location filename="dialogs/query_dialog.py" />
      <source>Map…</source>
      <translation>分布图…</translation>
    </message>
    <message>
      <location filename="dialogs/query_dialog.py" />
      <source>No store is open: open the one whose records are meant.</source>
      <translation>没有打开数据库：请先打开要查询的数据库。</translation>
    </message>
    <message>
      <location filename="dialogs/query_dialog.py" />
      <source>Query</source>
      <translation>查询</translation>
    </message>
    <message>
      <location filename="dialogs/query_dialog.py" />
      <source>Selected on the map: {points}.</source>
      <translation>已在地图上选中 {points} 个点位。</translation>
    </message>
    <message>
      <location filename="dialogs/query_dialog.py" />
      <source>Show on the map</source>
      <translation>在地图上显示</translation>
    </message>
    <message>
      <location filename="dialogs/query_dialog.py" />
      <source>Table…</source>
      <translation>一张表…</translation>
    </message>
    <message>
      <location filename="dialogs/query_dialog.py" />
      <source>{count} without a point are selected in the attribute table only.</source>
      <translation>另有 {count} 条没有点位，只在属性表中选中。</translation>
    </message>
    <message>
      <location filename="dialogs/query_dialog.py" />
      <source>{name} is open.</source>
      <translation>已打开“{name}”。</translation>
    </message>
    <message>
      <location filename="dialogs/query_form.py" />
      <location filename="dialogs/query_ranges.py" />
      <source>In season</source>
      <translation>上市期</translation>
    </message>
    <message>
      <location filename="dialogs/query_form.py" />
      <source>the latest</source>
      <translation>最近一期</translation>
    </message>
    <message>
      <location filename="dialogs/query_place.py" />
      <location filename="dialogs/worklist_model.py" />
      <source>Village</source>
      <translation>村</translation>
    </message>
    <message>
      <location filename="dialogs/query_ranges.py" />
      <source>A month such as 2023-05 or a day such as 2023-05-20, both inclusive; the span may run over the end of the year. What has no season is always found.</source>
      <translation>月份写 2023-05，日期写 2023-05-20，首尾都包含，可以跨年。没有上市期的记录总能查到。</translation>
    </message>
    <message>
      <location filename="dialogs/query_ranges.py" />
      <source>Any time</source>
      <translation>不限</translation>
    </message>
    <message>
      <location filename="dialogs/query_ranges.py" />
      <source>Both inclusive. Bases that have stopped are found only from 0 on.</source>
      <translation>首尾都包含。从 0 起才会查到停止种养的基地。</translation>
    </message>
    <message>
      <location filename="dialogs/query_ranges.py" />
      <source>Next month</source>
      <translation>下月</translation>
    </message>
    <message>
      <location filename="dialogs/query_ranges.py" />
      <source>The next 30 days</source>
      <translation>今后 30 天</translation>
    </message>
    <message>
      <location filename="dialogs/query_ranges.py" />
      <source>This month</source>
      <translation>本月</translation>
    </message>
    <message>
      <location filename="dialogs/query_ranges.py" />
      <source>This year</source>
      <translation>今年</translation>
    </message>
    <message>
      <location filename="dialogs/query_ranges.py" />
      <source>Usual</source>
      <translation>常用</translation>
    </message>
    <message>
      <location filename="dialogs/query_ranges.py" />
      <source>Write a number such as 0.5 or 20.</source>
      <translation>请填写数字，如 0.5 或 20。</translation>
    </message>
    <message>
      <location filename="dialogs/query_ranges.py" />
      <source>each in its unit: {units}</source>
      <translation>按各产品的单位：{units}</translation>
    </message>
    <message>
      <location filename="dialogs/query_ranges.py" />
      <source>from</source>
      <translation>从</translation>
    </message>
    <message>
      <location filename="dialogs/query_ranges.py" />
      <source>to</source>
      <translation>到</translation>
    </message>
    <message>
      <location filename="dialogs/query_ranges.py" />
      <source>{text} is no scale.</source>
      <translation>{text} 不是规模。</translation>
    </message>
    <message>
      <location filename="dialogs/query_result.py" />
      <source>As an expression of QGIS</source>
      <translation>对应的 QGIS 表达式</translation>
    </message>
    <message>
      <location filename="dialogs/query_result.py" />
      <source>For a filter or a selection by expression in QGIS</source>
      <translation>可用于 QGIS 的过滤或按表达式选择</translation>
    </message>
    <message>
      <location filename="dialogs/query_result.py" />
      <source>Records found: {count} (with a point {points}, without {without})</source>
      <translation>查到 {count} 条（有点位 {points} 条，无点位 {without} 条）</translation>
    </message>
    <message>
      <location filename="dialogs/query_result.py" />
      <source>The layer is filtered: maps and tables take only what the filter leaves.</source>
      <translation>图层设有过滤条件：出图和列表只包括过滤后的记录。</translation>
    </message>
    <message>
      <location filename="dialogs/query_saved.py" />
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <location filename="dialogs/query_saved.py" />
      <source>Delete the saved query {name}?</source>
      <translation>删除已存查询“{name}”？</translation>
    </message>
    <message>
      <location filename="dialogs/query_saved.py" />
      <source>Keep them</source>
      <translation>保留这些条件</translation>
    </message>
    <message>
      <location filename="dialogs/query_saved.py" />
      <source>Name of the query:</source>
      <translation>查询名称：</translation>
    </message>
    <message>
      <location filename="dialogs/query_saved.py" />
      <source>New name of {name}:</source>
      <translation>“{name}”的新名称：</translation>
    </message>
    <message>
      <location filename="dialogs/query_saved.py" />
      <source>Open the other query</source>
      <translation>打开另一个查询</translation>
    </message>
    <message>
      <location filename="dialogs/query_saved.py" />
      <source>Rename query</source>
      <translation>查询改名</translation>
    </message>
    <message>
      <location filename="dialogs/query_saved.py" />
      <source>Rename…</source>
      <translation>改名…</translation>
    </message>
    <message>
      <location filename="dialogs/query_saved.py" />
      <source>Replace</source>
      <translation>替换</translation>
    </message>
    <message>
      <location filename="dialogs/query_saved.py" />
      <source>Replace the saved query {name}?</source>
      <translation>替换已存查询“{name}”？</translation>
    </message>
    <message>
      <location filename="dialogs/query_saved.py" />
      <source>Save query</source>
      <translation>保存查询</translation>
    </message>
    <message>
      <location filename="dialogs/query_saved.py" />
      <source>Saved queries</source>
      <translation>已存查询</translation>
    </message>
    <message>
      <location filename="dialogs/query_saved.py" />
      <source>Save…</source>
      <translation>保存…</translation>
    </message>
    <message>
      <location filename="dialogs/query_saved.py" />
      <source>The conditions were changed and are not saved.</source>
      <translation>条件已改动，尚未保存。</translation>
    </message>
    <message>
      <location filename="dialogs/record_dialog.py" />
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <location filename="dialogs/record_dialog.py" />
      <location filename="dialogs/record_rescue.py" />
      <location filename="dialogs/recovery.py" />
      <source>Discard</source>
      <translation>放弃</translation>
    </message>
    <message>
      <location filename="dialogs/record_dialog.py" />
      <source>Editing of the layer was ended.</source>
      <translation>图层的编辑状态已结束。</translation>
    </message>
    <message>
      <location filename="dialogs/record_dialog.py" />
      <source>Go on editing</source>
      <translation>继续编辑</translation>
    </message>
    <message>
      <location filename="dialogs/record_dialog.py" />
      <location filename="dialogs/record_frame.py" />
      <location filename="dialogs/record_rescue.py" />
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <location filename="dialogs/record_dialog.py" />
      <source>Save the changes of {name}?</source>
      <translation>是否保存对“{name}”的修改?</translation>
    </message>
    <message>
      <location filename="dialogs/record_dialog.py" />
      <source>Taken over. “Save edits” writes it into the store.</source>
      <translation>已采纳。点“保存编辑”写入数据库。</translation>
    </message>
    <message>
      <location filename="dialogs/record_dialog.py" />
      <source>The store cannot be written: a new record cannot be made.</source>
      <translation>数据库不可写，无法新增记录。</translation>
    </message>
    <message>
      <location filename="dialogs/record_dialog.py" />
      <source>The store cannot be written: nothing was saved.</source>
      <translation>数据库不可写，未保存任何内容。</translation>
    </message>
    <message>
      <location filename="dialogs/record_dialog.py" />
      <source>The store cannot be written: the record can only be read.</source>
      <translation>数据库不可写，只能查看此记录。</translation>
    </message>
    <message>
      <location filename="dialogs/record_dialog.py" />
      <source>This record is not in the store any more.</source>
      <translation>数据库中已没有此记录。</translation>
    </message>
    <message>
      <location filename="dialogs/record_dialog.py" />
      <source>This record was changed elsewhere meanwhile:
{lines}
Save yours over it?</source>
      <translation>此记录其间已在别处修改：
{lines}
是否用您填写的内容覆盖?</translation>
    </message>
    <message>
      <location filename="dialogs/record_dialog.py" />
      <source>This record was deleted. Undo that to go on, or close the window.</source>
      <translation>此记录已被删除。请撤销删除后继续，或关闭窗口。</translation>
    </message>
    <message>
      <location filename="dialogs/record_form.py" />
      <source>In the sheet: {text}</source>
      <translation>表中原文：{text}</translation>
    </message>
    <message>
      <location filename="dialogs/record_frame.py" />
      <source>Next</source>
      <translation>下一条</translation>
    </message>
    <message>
      <location filename="dialogs/record_frame.py" />
      <source>Previous</source>
      <translation>上一条</translation>
    </message>
    <message>
      <location filename="dialogs/record_frame.py" />
      <source>Save and new</source>
      <translation>保存并新增</translation>
    </message>
    <message>
      <location filename="dialogs/record_page.py" />
      <source>The typed coordinates are not understood. Correct or empty them.</source>
      <translation>无法识别所输入的坐标。请改正或清空。</translation>
    </message>
    <message>
      <location filename="dialogs/record_page.py" />
      <source>{column}: this is no number, so it cannot be saved. Correct or empty it.</source>
      <translation>{column}：不是数字，无法保存。请改正或清空。</translation>
    </message>
    <message>
      <location filename="dialogs/record_rescue.py" />
      <source>Copy what was typed</source>
      <translation>复制所填内容</translation>
    </message>
    <message>
      <location filename="dialogs/record_rescue.py" />
      <source>Copy what was typed and keep it elsewhere.</source>
      <translation>请复制所填内容，另行保存。</translation>
    </message>
    <message>
      <location filename="dialogs/record_rescue.py" />
      <source>Not everything could be saved.</source>
      <translation>有内容未能保存。</translation>
    </message>
    <message>
      <location filename="dialogs/record_rescue.py" />
      <source>The store is being closed. Save into it what was typed for {name}?</source>
      <translation>数据库即将关闭。是否把“{name}”填写的内容保存进去？</translation>
    </message>
    <message>
      <location filename="dialogs/record_rescue.py" />
      <source>What was typed for {name} is among the layer's edits: save them.</source>
      <translation>“{name}”填写的内容已放入图层的编辑中，请保存编辑。</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <location filename="dialogs/undo_dialog.py" />
      <source>Added</source>
      <translation>新增</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <source>Can be restored</source>
      <translation>可以恢复</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <source>Discard…</source>
      <translation>放弃…</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <source>Edit</source>
      <translation>编辑</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <source>Edits are back, not saved yet (records: {count}): look at them, then save them.</source>
      <translation>已恢复 {count} 条记录的编辑，尚未保存：请核对后保存。</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <source>Edits that were not saved</source>
      <translation>未保存的编辑</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <source>Is in the store already</source>
      <translation>数据库中已有</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <source>Later</source>
      <translation>以后再说</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <source>Left out: changed in the store since</source>
      <translation>不恢复：数据库中已另有修改</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <source>Left out: deleted in the store since</source>
      <translation>不恢复：数据库中已删除</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <source>Now</source>
      <translation>当前状态</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <source>QGIS ended before the edits of {store} were saved; the last one is of {when}.</source>
      <translation>上次 QGIS 退出时，{store} 的编辑没有保存；最后一次编辑时间为 {when}。</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <source>Record</source>
      <translation>记录</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <source>Records edited in the store since, marked red: {count}. Their edits are left out, nothing is overwritten. Compare them, make by hand what is still right, then discard.</source>
      <translation>红色的 {count} 条记录此后在数据库中已有改动：对它们的编辑不予恢复，不会覆盖现有内容。请逐条比较，把仍然正确的内容手工改入，然后放弃这些编辑。</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <source>Restore</source>
      <translation>恢复</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <source>Some of them could not be read: the journal is damaged.</source>
      <translation>其中有一部分无法读取：编辑日志已损坏。</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <source>The edits are lost then and have to be made again. Discard them?</source>
      <translation>放弃后这些编辑不能找回，需要重新录入。确定放弃吗？</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <source>The first {rows} are shown.</source>
      <translation>只列出前 {rows} 条。</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <source>What was edited</source>
      <translation>编辑内容</translation>
    </message>
    <message>
      <location filename="dialogs/recovery.py" />
      <source>{added} added, {changed} changed, {deleted} deleted.</source>
      <translation>新增 {added} 条，修改 {changed} 条，删除 {deleted} 条。</translation>
    </message>
    <message>
      <location filename="dialogs/return_question.py" />
      <source>Return</source>
      <translation>退回</translation>
    </message>
    <message>
      <location filename="dialogs/return_question.py" />
      <source>The blank key takes a reason or leaves it out</source>
      <translation>按空格选取或去掉一个原因</translation>
    </message>
    <message>
      <location filename="dialogs/return_question.py" />
      <source>What the collector has to correct</source>
      <translation>采集员需要改正什么</translation>
    </message>
    <message>
      <location filename="dialogs/reveal.py" />
      <source>Phones are shown only for a reason.</source>
      <translation>查看完整号码须写明理由。</translation>
    </message>
    <message>
      <location filename="dialogs/reveal.py" />
      <source>Write it in a few words.</source>
      <translation>请简单写一下。</translation>
    </message>
    <message>
      <location filename="dialogs/reveal_button.py" />
      <source>Show numbers</source>
      <translation>显示号码</translation>
    </message>
    <message>
      <location filename="dialogs/reveal_button.py" />
      <source>Show phone numbers in full. A reason is asked for; who asked, when and why is kept in the store.</source>
      <translation>显示完整手机号。须写明理由；谁、何时、为什么查看会记入数据库。</translation>
    </message>
    <message>
      <location filename="dialogs/reveal_button.py" />
      <source>What are the numbers needed for? This is kept in the store with your name.</source>
      <translation>查看号码做什么用？理由和您的姓名会记入数据库。</translation>
    </message>
    <message>
      <location filename="dialogs/review_dock.py" />
      <source>No sheet was made: none of these records is returned or faulty.</source>
      <translation>没有生成退回表：这些记录都没有退回，也没有问题。</translation>
    </message>
    <message>
      <location filename="dialogs/review_dock.py" />
      <source>Operator: {name}</source>
      <translation>操作人：{name}</translation>
    </message>
    <message>
      <location filename="dialogs/review_dock.py" />
      <source>The work before is still running: wait for it or cancel it.</source>
      <translation>上一项工作还在进行：请等它结束或取消。</translation>
    </message>
    <message>
      <location filename="dialogs/review_dock.py" />
      <source>not named yet</source>
      <translation>未填写</translation>
    </message>
    <message>
      <location filename="dialogs/review_dock.py" />
      <source>{count} marked</source>
      <translation>已勾选 {count} 条</translation>
    </message>
    <message>
      <location filename="dialogs/review_groups.py" />
      <location filename="dialogs/worklist_filters.py" />
      <source>All</source>
      <translation>全部</translation>
    </message>
    <message>
      <location filename="dialogs/review_groups.py" />
      <source>Ctrl+Up and Ctrl+Down go from one to the next</source>
      <translation>Ctrl+上、Ctrl+下 切换</translation>
    </message>
    <message>
      <location filename="dialogs/review_groups.py" />
      <source>Townships or collectors</source>
      <translation>乡(镇)或信息采集员</translation>
    </message>
    <message>
      <location filename="dialogs/review_page.py" />
      <source>Can be approved.</source>
      <translation>可以通过。</translation>
    </message>
    <message>
      <location filename="dialogs/review_page.py" />
      <source>Cannot be approved:</source>
      <translation>不能通过：</translation>
    </message>
    <message>
      <location filename="dialogs/review_page.py" />
      <source>Changed since it was approved</source>
      <translation>上次通过以来的变化</translation>
    </message>
    <message>
      <location filename="dialogs/review_page.py" />
      <source>Changed since it was returned</source>
      <translation>上次退回以来的变化</translation>
    </message>
    <message>
      <location filename="dialogs/review_page.py" />
      <source>Confirmed on site</source>
      <translation>实地核对</translation>
    </message>
    <message>
      <location filename="dialogs/review_page.py" />
      <source>It was returned, to be corrected by {day}: {reason}</source>
      <translation>曾被退回，整改期限 {day}：{reason}</translation>
    </message>
    <message>
      <location filename="dialogs/review_page.py" />
      <source>Last approval</source>
      <translation>上次通过</translation>
    </message>
    <message>
      <location filename="dialogs/review_page.py" />
      <location filename="dialogs/worklist_model.py" />
      <source>No name</source>
      <translation>无名称</translation>
    </message>
    <message>
      <location filename="dialogs/review_page.py" />
      <source>Not saved yet: the values below are those of the store.</source>
      <translation>有未保存的编辑：以下是数据库中的内容。</translation>
    </message>
    <message>
      <location filename="dialogs/review_page.py" />
      <source>Nothing.</source>
      <translation>没有变化。</translation>
    </message>
    <message>
      <location filename="dialogs/review_page.py" />
      <source>Returned, to be corrected by {day}: {reason}</source>
      <translation>已退回，整改期限 {day}：{reason}</translation>
    </message>
    <message>
      <location filename="dialogs/review_page.py" />
      <source>Values</source>
      <translation>各项内容</translation>
    </message>
    <message>
      <location filename="dialogs/review_page.py" />
      <source>before</source>
      <translation>原值</translation>
    </message>
    <message>
      <location filename="dialogs/review_page.py" />
      <source>no</source>
      <translation>未核对</translation>
    </message>
    <message>
      <location filename="dialogs/review_page.py" />
      <source>none: it is new</source>
      <translation>没有，是新记录</translation>
    </message>
    <message>
      <location filename="dialogs/review_page.py" />
      <source>now</source>
      <translation>现值</translation>
    </message>
    <message>
      <location filename="dialogs/review_page.py" />
      <source>placed on the map, without a note of a visit</source>
      <translation>在地图上采点，没有核对记录</translation>
    </message>
    <message>
      <location filename="dialogs/review_page.py" />
      <source>{text} Accepted by {operator}: {reason}</source>
      <translation>{text}　{operator}已认可：{reason}</translation>
    </message>
    <message>
      <location filename="dialogs/review_panel.py" />
      <source>Approve the record, or all marked ones, and go on</source>
      <translation>通过这条记录或勾选的全部记录，并转到下一条</translation>
    </message>
    <message>
      <location filename="dialogs/review_panel.py" />
      <source>One marked-up workbook for each township, with the listed records (or the marked ones) that are returned or have findings</source>
      <translation>每个乡(镇)一个标注好的工作簿，含列出的（或勾选的）记录中已退回或有问题的</translation>
    </message>
    <message>
      <location filename="dialogs/review_panel.py" />
      <location filename="dialogs/worklist_panel.py" />
      <source>Read the store again</source>
      <translation>重新读取数据库</translation>
    </message>
    <message>
      <location filename="dialogs/review_panel.py" />
      <source>Return…</source>
      <translation>退回…</translation>
    </message>
    <message>
      <location filename="dialogs/review_panel.py" />
      <source>Send it back with a reason and a deadline, and go on</source>
      <translation>填写原因和整改期限后退回，并转到下一条</translation>
    </message>
    <message>
      <location filename="dialogs/review_panel.py" />
      <source>Sheets to send back…</source>
      <translation>生成退回表…</translation>
    </message>
    <message>
      <location filename="dialogs/review_panel.py" />
      <source>Submit a draft or a corrected record for its collector</source>
      <translation>代采集员提交草稿或改好的记录</translation>
    </message>
    <message>
      <location filename="dialogs/review_panel.py" />
      <source>Take an approval back: the record waits for its review again</source>
      <translation>撤回通过：记录重新待审核</translation>
    </message>
    <message>
      <location filename="dialogs/review_panel.py" />
      <source>Take back</source>
      <translation>撤回通过</translation>
    </message>
    <message>
      <location filename="dialogs/review_questions.py" />
      <source>{count} marked records, all with one reason</source>
      <translation>勾选的 {count} 条记录，同一个原因</translation>
    </message>
    <message>
      <location filename="dialogs/review_questions.py" />
      <source>{decision} the {count} marked records? Those that may not be stay as they are and are listed with their reasons.</source>
      <translation>{decision}勾选的 {count} 条记录？不能{decision}的保持不变，并逐条列出原因。</translation>
    </message>
    <message>
      <location filename="dialogs/review_words.py" />
      <source>Approvals taken back: {changed}, refused: {refused}.</source>
      <translation>已撤回 {changed} 条的通过，{refused} 条未处理。</translation>
    </message>
    <message>
      <location filename="dialogs/review_words.py" />
      <source>Approved: {changed}, refused: {refused}.</source>
      <translation>已通过 {changed} 条，{refused} 条未处理。</translation>
    </message>
    <message>
      <location filename="dialogs/review_words.py" />
      <source>Returned: {changed}, refused: {refused}.</source>
      <translation>已退回 {changed} 条，{refused} 条未处理。</translation>
    </message>
    <message>
      <location filename="dialogs/review_words.py" />
      <source>Submitted: {changed}, refused: {refused}.</source>
      <translation>已提交 {changed} 条，{refused} 条未处理。</translation>
    </message>
    <message>
      <location filename="dialogs/review_words.py" />
      <source>{record}: approved. Ctrl+Z does not undo this; T under Approved does.</source>
      <translation>{record}：已通过。Ctrl+Z 不能撤销；可在“已通过”中按 T 撤回。</translation>
    </message>
    <message>
      <location filename="dialogs/review_words.py" />
      <source>{record}: returned, to be corrected by {deadline}.</source>
      <translation>{record}：已退回，整改期限 {deadline}。</translation>
    </message>
    <message>
      <location filename="dialogs/review_words.py" />
      <source>{record}: submitted.</source>
      <translation>{record}：已提交。</translation>
    </message>
    <message>
      <location filename="dialogs/review_words.py" />
      <source>{record}: the approval is taken back; it waits for its review again.</source>
      <translation>{record}：已撤回通过，重新待审核。</translation>
    </message>
    <message>
      <location filename="dialogs/review_words.py" />
      <source>{record}: {reasons}</source>
      <translation>{record}：{reasons}</translation>
    </message>
    <message>
      <location filename="dialogs/review_work.py" />
      <source>Cancelled: nothing was decided.</source>
      <translation>已取消，没有作任何处理。</translation>
    </message>
    <message>
      <location filename="dialogs/safety.py" />
      <source>Open the store</source>
      <translation>打开数据库</translation>
    </message>
    <message>
      <location filename="dialogs/safety.py" />
      <source>QGIS ended before the edits of {store} were saved.</source>
      <translation>上次 QGIS 退出时，{store} 的编辑没有保存。</translation>
    </message>
    <message>
      <location filename="dialogs/safety.py" />
      <source>Show</source>
      <translation>查看</translation>
    </message>
    <message>
      <location filename="dialogs/store_opening.py" />
      <source>It is open for reading only.</source>
      <translation>现以只读方式打开。</translation>
    </message>
    <message>
      <location filename="dialogs/store_opening.py" />
      <source>Work in a local copy…</source>
      <translation>在本机副本中工作…</translation>
    </message>
    <message>
      <location filename="dialogs/templates_dialog.py" />
      <source>A template lays out the printed map: its paper, and where title, map, legend and all else stand. Copy one of ours, change the copy in QGIS's layout window and keep the changes here; choose it as the template when printing a map.</source>
      <translation>模板规定印制地图的纸张，以及标题、地图、图例等各项的位置。复制一个自带模板，在 QGIS 的布局窗口中修改，再回到这里保存修改；出图时选它作布局模板即可。</translation>
    </message>
    <message>
      <location filename="dialogs/templates_dialog.py" />
      <source>Copy and change…</source>
      <translation>复制并修改…</translation>
    </message>
    <message>
      <location filename="dialogs/templates_dialog.py" />
      <source>Copy of the template</source>
      <translation>模板副本</translation>
    </message>
    <message>
      <location filename="dialogs/templates_dialog.py" />
      <source>Keep changes</source>
      <translation>保存修改</translation>
    </message>
    <message>
      <location filename="dialogs/templates_dialog.py" />
      <source>Map templates</source>
      <translation>地图模板</translation>
    </message>
    <message>
      <location filename="dialogs/templates_dialog.py" />
      <source>My own</source>
      <translation>我的模板</translation>
    </message>
    <message>
      <location filename="dialogs/templates_dialog.py" />
      <source>None yet</source>
      <translation>还没有</translation>
    </message>
    <message>
      <location filename="dialogs/templates_dialog.py" />
      <source>Of this plugin</source>
      <translation>插件自带</translation>
    </message>
    <message>
      <location filename="dialogs/templates_dialog.py" />
      <source>Page</source>
      <translation>图幅</translation>
    </message>
    <message>
      <location filename="dialogs/templates_dialog.py" />
      <source>Print a map…</source>
      <translation>用它出图…</translation>
    </message>
    <message>
      <location filename="dialogs/templates_dialog.py" />
      <source>Template</source>
      <translation>模板</translation>
    </message>
    <message>
      <location filename="dialogs/templates_dialog.py" />
      <source>The changes are kept in {file}.</source>
      <translation>修改已保存到 {file}。</translation>
    </message>
    <message>
      <location filename="dialogs/templates_dialog.py" />
      <source>{name} is open in the layout window. Press Keep changes here when you are done.</source>
      <translation>“{name}”已在布局窗口中打开。改好后，回到这里按“保存修改”。</translation>
    </message>
    <message>
      <location filename="dialogs/undo_dialog.py" />
      <source>Imports into this store, the latest first:</source>
      <translation>本数据库的历次导入，最近的在前：</translation>
    </message>
    <message>
      <location filename="dialogs/undo_dialog.py" />
      <source>No store is open: open the one whose import is to be undone.</source>
      <translation>没有打开数据库：请先打开要撤销导入的数据库。</translation>
    </message>
    <message>
      <location filename="dialogs/undo_dialog.py" />
      <source>Nothing was imported into this store yet, or no import is selected.</source>
      <translation>本数据库还没有导入过，或没有选中一次导入。</translation>
    </message>
    <message>
      <location filename="dialogs/undo_dialog.py" />
      <source>Refused</source>
      <translation>未导入</translation>
    </message>
    <message>
      <location filename="dialogs/undo_dialog.py" />
      <source>This import was undone already.</source>
      <translation>这次导入已经撤销。</translation>
    </message>
    <message>
      <location filename="dialogs/undo_dialog.py" />
      <source>Unchanged</source>
      <translation>未变</translation>
    </message>
    <message>
      <location filename="dialogs/undo_dialog.py" />
      <source>Undo the import of {time}, {file}?</source>
      <translation>要撤销 {time} 导入的 {file} 吗？</translation>
    </message>
    <message>
      <location filename="dialogs/undo_dialog.py" />
      <source>Updated</source>
      <translation>更新</translation>
    </message>
    <message>
      <location filename="dialogs/undo_dialog.py" />
      <source>What this import added is removed (records: {added}), what it changed gets its earlier values (records: {updated}). Records that somebody edited since stay as they are and are named. The history keeps every version.</source>
      <translation>本次导入新增的 {added} 条记录会移除，改过的 {updated} 条恢复原值。此后有人修改过的保持不变并逐条列出。修改历史保留每个版本。</translation>
    </message>
    <message>
      <location filename="dialogs/undo_dialog.py" />
      <source>in the store</source>
      <translation>已导入</translation>
    </message>
    <message>
      <location filename="dialogs/undo_dialog.py" />
      <source>undone {time}</source>
      <translation>{time} 撤销</translation>
    </message>
    <message>
      <location filename="dialogs/undo_dialog.py" />
      <source>undone {time} {operator}</source>
      <translation>{time} 由 {operator} 撤销</translation>
    </message>
    <message>
      <location filename="dialogs/work_window.py" />
      <source>Let it run</source>
      <translation>继续运行</translation>
    </message>
    <message>
      <location filename="dialogs/work_window.py" />
      <source>Stop and close</source>
      <translation>停止并关闭</translation>
    </message>
    <message>
      <location filename="dialogs/work_window.py" />
      <source>Stopping…</source>
      <translation>正在停止…</translation>
    </message>
    <message>
      <location filename="dialogs/work_window.py" />
      <source>The work is still running. Stop it? Then nothing of it is kept.</source>
      <translation>任务仍在运行。要停止吗？停止后不保留任何结果，数据库保持原样。</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_dock.py" />
      <location filename="dialogs/worklist_panel.py" />
      <source>Place on the map</source>
      <translation>在地图上定位</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_dock.py" />
      <source>Records: {found} of {all}</source>
      <translation>{found} / {all} 条记录</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_dock.py" />
      <source>Select on the layer</source>
      <translation>在图层中选中</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_dock.py" />
      <source>This record has no number yet: save the edits first.</source>
      <translation>该记录尚无记录编号：请先保存编辑。</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_dock.py" />
      <source>This record was deleted: undo the deletion first (Ctrl+Z).</source>
      <translation>该记录已删除：请先撤销删除（Ctrl+Z）。</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_dock.py" />
      <source>Zoom to the point</source>
      <translation>缩放到点位</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_empty.py" />
      <source>Clear the filter</source>
      <translation>清除筛选</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_empty.py" />
      <source>No record fits the filter.</source>
      <translation>没有符合筛选条件的记录。</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_empty.py" />
      <source>Nothing here: all points are placed.</source>
      <translation>没有待定位的记录：点位均已采集。</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_empty.py" />
      <source>Nothing here: no record has errors or warnings.</source>
      <translation>没有有问题的记录：均无错误或警告。</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_empty.py" />
      <source>Nothing here: no record is approved yet.</source>
      <translation>这里是空的：还没有已通过的记录。</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_empty.py" />
      <source>Nothing here: no record is returned.</source>
      <translation>没有被退回的记录。</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_empty.py" />
      <source>Nothing here: no record waits for its review.</source>
      <translation>这里是空的：没有待审核的记录。</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_empty.py" />
      <source>Nothing here: no returned record is past its deadline.</source>
      <translation>这里是空的：没有逾期未改的记录。</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_empty.py" />
      <source>Nothing here: nothing is due.</source>
      <translation>没有到期的记录。</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_empty.py" />
      <source>Nothing here: there are no drafts.</source>
      <translation>这里是空的：没有草稿。</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_empty.py" />
      <source>Reading …</source>
      <translation>正在读取……</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_empty.py" />
      <source>The store holds no records yet: import a sheet or place the first point.</source>
      <translation>数据库中还没有记录：请导入采集表，或在地图上标注第一个点位。</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_empty.py" />
      <source>Try again</source>
      <translation>重试</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_filters.py" />
      <source>All records of the store</source>
      <translation>数据库中的全部记录</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_filters.py" />
      <source>Approved records, by township</source>
      <translation>已通过的记录，按乡(镇)</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_filters.py" />
      <source>Drafts</source>
      <translation>草稿</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_filters.py" />
      <source>Due</source>
      <translation>到期</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_filters.py" />
      <source>Name, village, remarks …</source>
      <translation>名称、村、备注……</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_filters.py" />
      <source>No point</source>
      <translation>待定位</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_filters.py" />
      <source>Overdue</source>
      <translation>逾期</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_filters.py" />
      <source>Problems</source>
      <translation>有问题</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_filters.py" />
      <source>Records that are not submitted yet, by collector</source>
      <translation>还没有提交的记录，按信息采集员</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_filters.py" />
      <source>Records that the county sent back</source>
      <translation>县级审核退回的记录</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_filters.py" />
      <source>Records that wait for their review, by township</source>
      <translation>待审核的记录，按乡(镇)</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_filters.py" />
      <source>Records whose point is still to be placed</source>
      <translation>尚未采集点位的记录</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_filters.py" />
      <source>Records with errors or warnings</source>
      <translation>有错误或警告的记录</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_filters.py" />
      <source>Returned records whose deadline has passed, by collector</source>
      <translation>已退回、过了整改期限的记录，按信息采集员</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_filters.py" />
      <source>Returned records whose deadline is near or has passed; animals and fish not yet collected this month; crops not yet collected for this planting</source>
      <translation>退回后临近或超过期限的记录；本月尚未采集的畜禽、水产；本茬尚未采集的种植产品</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_filters.py" />
      <source>Several words: each of them must occur. Ctrl+F brings you here.</source>
      <translation>可输入多个词，须同时出现。按 Ctrl+F 跳到此处。</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_filters.py" />
      <source>{column}: choose or type; empty for all</source>
      <translation>{column}：选择或输入；留空表示全部</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_map.py" />
      <source>The point cannot be shown in the map's coordinate system: choose another one.</source>
      <translation>地图的坐标系无法显示该点位：请更换坐标系。</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_map.py" />
      <source>This record has no point yet: place it on the map (P).</source>
      <translation>该记录尚无点位：请在地图上定位（P）。</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_model.py" />
      <source>Not saved yet.</source>
      <translation>尚未保存。</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_model.py" />
      <source>What to do</source>
      <translation>待办事项</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_model.py" />
      <source>{problem} (+{more})</source>
      <translation>{problem}（另有 {more} 项）</translation>
    </message>
    <message>
      <location filename="dialogs/worklist_panel.py" />
      <source>Click the point of the selected record on the map (P)</source>
      <translation>在地图上点击所选记录的点位（P）</translation>
    </message>
    <message>
      <location filename="layers/addresses.py" />
      <source>Address as in the boundary layer {layer} and as of the records near by, the nearest {metres:.0f} m away.</source>
      <translation>地址取自界线图层 {layer} 和附近的记录，最近的相距 {metres:.0f} 米。</translation>
    </message>
    <message>
      <location filename="layers/addresses.py" />
      <source>Address as in the boundary layer {layer}.</source>
      <translation>地址取自界线图层 {layer}。</translation>
    </message>
    <message>
      <location filename="layers/addresses.py" />
      <source>Address as of the records near by, the nearest {metres:.0f} m away.</source>
      <translation>地址取自附近的记录，最近的相距 {metres:.0f} 米。</translation>
    </message>
    <message>
      <location filename="layers/addresses.py" />
      <source>No boundary and no record near by tells the address: type it in.</source>
      <translation>没有界线图层，附近也没有记录可推算地址，请自行填写。</translation>
    </message>
    <message>
      <location filename="layers/atlas.py" />
      <source>Contents</source>
      <translation>目录</translation>
    </message>
    <message>
      <location filename="layers/atlas.py" />
      <source>On page</source>
      <translation>页码</translation>
    </message>
    <message>
      <location filename="layers/atlas.py" />
      <source>Part</source>
      <translation>分图</translation>
    </message>
    <message>
      <location filename="layers/atlas.py" />
      <source>Without a point</source>
      <translation>无点位</translation>
    </message>
    <message>
      <location filename="layers/base_rows.py" />
      <source>(no point)</source>
      <translation>（无点位）</translation>
    </message>
    <message>
      <location filename="layers/basemap_group.py" />
      <location filename="dialogs/basemap_dialog.py" />
      <location filename="dialogs/options_page.py" />
      <source>Basemaps</source>
      <translation>底图</translation>
    </message>
    <message>
      <location filename="layers/basemap_keys.py" />
      <source>QGIS's password store is closed: the key is kept until QGIS is closed, then has to be entered again. If the master password is lost, reset the store under Settings › Options › Authentication.</source>
      <translation>QGIS 的密码库没有打开：密钥只保留到 QGIS 关闭为止，下次需重新填写。如果忘记了主密码，请在“设置 › 选项 › 认证”中重置密码库。</translation>
    </message>
    <message>
      <location filename="layers/basemap_keys.py" />
      <source>The basemap of {service} needs a key: enter yours under Basemaps.</source>
      <translation>{service} 的底图需要密钥：请在“底图”窗口中填写您的密钥。</translation>
    </message>
    <message>
      <location filename="layers/basemap_keys.py" />
      <source>The key of {service} is locked in QGIS's password store: give its master password, or enter the key again under Basemaps.</source>
      <translation>{service} 的密钥锁在 QGIS 的密码库中：请输入主密码，或在“底图”窗口中重新填写密钥。</translation>
    </message>
    <message>
      <location filename="layers/basemap_list.py" />
      <source>Give it one.</source>
      <translation>请填写名称。</translation>
    </message>
    <message>
      <location filename="layers/basemap_list.py" />
      <source>Place names</source>
      <translation>地名注记</translation>
    </message>
    <message>
      <location filename="layers/basemap_list.py" />
      <source>The basemap has no name.</source>
      <translation>底图没有名称。</translation>
    </message>
    <message>
      <location filename="layers/basemap_list.py" />
      <source>Tianditu</source>
      <translation>天地图</translation>
    </message>
    <message>
      <location filename="layers/basemap_list.py" />
      <location filename="dialogs/basemap_editor.py" />
      <source>Tianditu imagery</source>
      <translation>天地图 影像</translation>
    </message>
    <message>
      <location filename="layers/basemap_list.py" />
      <location filename="dialogs/basemap_editor.py" />
      <source>Tianditu map</source>
      <translation>天地图 矢量</translation>
    </message>
    <message>
      <location filename="layers/basemaps.py" />
      <source>Check its address or file.</source>
      <translation>请检查其地址或文件。</translation>
    </message>
    <message>
      <location filename="layers/basemaps.py" />
      <source>Choose an MBTiles file of pictures (PNG or JPEG), not of vectors.</source>
      <translation>请选择图片（PNG 或 JPEG）的 MBTiles 文件，不能是矢量瓦片。</translation>
    </message>
    <message>
      <location filename="layers/basemaps.py" />
      <source>Choose the file again; it may have been moved.</source>
      <translation>请重新选择文件，它可能已被移走。</translation>
    </message>
    <message>
      <location filename="layers/basemaps.py" />
      <source>The basemap file {path} does not exist.</source>
      <translation>底图文件 {path} 不存在。</translation>
    </message>
    <message>
      <location filename="layers/basemaps.py" />
      <source>The basemap {name} cannot be opened.</source>
      <translation>底图 {name} 无法打开。</translation>
    </message>
    <message>
      <location filename="layers/basemaps.py" />
      <source>The maps of {host} are shifted by some 500 m against true coordinates (GCJ-02, BD-09). Do not place points on them.</source>
      <translation>{host} 的地图相对真实坐标偏移约 500 米（GCJ-02、BD-09 坐标），不要在上面标注点位。</translation>
    </message>
    <message>
      <location filename="layers/basemaps.py" />
      <source>The tile address {url} does not begin with https://.</source>
      <translation>瓦片地址 {url} 不是以 https:// 开头。</translation>
    </message>
    <message>
      <location filename="layers/basemaps.py" />
      <source>The tile address {url} lacks one of {parts}.</source>
      <translation>瓦片地址 {url} 缺少 {parts} 之一。</translation>
    </message>
    <message>
      <location filename="layers/basemaps.py" />
      <source>There is no tile layer {kind}.</source>
      <translation>没有 {kind} 这种瓦片图层。</translation>
    </message>
    <message>
      <location filename="layers/basemaps.py" />
      <source>Write it as the tile service gives it.</source>
      <translation>请照瓦片服务给出的写法填写。</translation>
    </message>
    <message>
      <location filename="layers/basemaps.py" />
      <source>{file} holds no raster tiles.</source>
      <translation>{file} 中没有图片瓦片。</translation>
    </message>
    <message>
      <location filename="layers/boundary.py" />
      <source>Choose the county's own layer of boundaries.</source>
      <translation>请选择本县自己的边界图层。</translation>
    </message>
    <message>
      <location filename="layers/boundary.py" />
      <source>Set the layer's coordinate system in QGIS, then try again.</source>
      <translation>请在 QGIS 中设置该图层的坐标系，然后重试。</translation>
    </message>
    <message>
      <location filename="layers/boundary.py" />
      <source>The boundary layer holds no polygon.</source>
      <translation>边界图层中没有面要素。</translation>
    </message>
    <message>
      <location filename="layers/boundary.py" />
      <source>The coordinates of the boundary layer {layer} cannot be understood.</source>
      <translation>无法识别边界图层“{layer}”的坐标。</translation>
    </message>
    <message>
      <location filename="layers/draw_looks.py" />
      <source>Team {team}: {inspectors}</source>
      <translation>第 {team} 组：{inspectors}</translation>
    </message>
    <message>
      <location filename="layers/draws.py" />
      <source>Draw first, or give the number that stands on the printed list.</source>
      <translation>请先抽取，或填写打印名单上的编号。</translation>
    </message>
    <message>
      <location filename="layers/draws.py" />
      <source>The store keeps no draw {name}.</source>
      <translation>数据库中没有抽取记录 {name}。</translation>
    </message>
    <message>
      <location filename="layers/edit_check.py" />
      <source>A record cannot be saved: correct it and save again, nothing is lost.</source>
      <translation>有一条记录不能保存，编辑都还在，请改正后再保存。</translation>
    </message>
    <message>
      <location filename="layers/edit_check.py" />
      <source>Somebody else has deleted this record: copy what you need, then undo.</source>
      <translation>这条记录已被他人删除：请先复制需要的内容，再撤销对它的编辑。</translation>
    </message>
    <message>
      <location filename="layers/edit_check.py" />
      <source>The version is counted by the store: it cannot be changed.</source>
      <translation>版本号由数据库自动累计，不能修改。</translation>
    </message>
    <message>
      <location filename="layers/edit_check.py" />
      <source>new record</source>
      <translation>新记录</translation>
    </message>
    <message>
      <location filename="layers/edit_check.py" />
      <source>{count} records cannot be saved: correct them and save again, nothing is lost.</source>
      <translation>有 {count} 条记录不能保存，编辑都还在，请改正后再保存。</translation>
    </message>
    <message>
      <location filename="layers/edit_check.py" />
      <source>{record}: {problems}</source>
      <translation>{record}：{problems}</translation>
    </message>
    <message>
      <location filename="layers/edit_guard.py" />
      <source>Nothing is left to do here.</source>
      <translation>此处无需再处理。</translation>
    </message>
    <message>
      <location filename="layers/edit_guard.py" />
      <source>Save often; check the free space and rights of the QGIS profile folder.</source>
      <translation>请经常保存，并检查 QGIS 用户配置文件夹的剩余空间和写入权限。</translation>
    </message>
    <message>
      <location filename="layers/edit_guard.py" />
      <source>Set the transaction mode to local in the project's properties, under data sources, and edit again.</source>
      <translation>请在“工程属性 → 数据源”中把事务模式设为“本地编辑缓冲区”，然后重新编辑。</translation>
    </message>
    <message>
      <location filename="layers/edit_guard.py" />
      <source>The edits cannot be kept safe against a crash.</source>
      <translation>编辑内容暂时无法备份，QGIS 意外退出时将会丢失。</translation>
    </message>
    <message>
      <location filename="layers/edit_guard.py" />
      <source>The project saves edits in transactions; then nothing is checked.</source>
      <translation>本工程以事务方式保存编辑，这种方式下无法检查记录。</translation>
    </message>
    <message>
      <location filename="layers/edit_guard.py" />
      <source>These edits were restored or discarded in another window.</source>
      <translation>这些编辑已在另一个窗口中恢复或放弃。</translation>
    </message>
    <message>
      <location filename="layers/edit_replay.py" />
      <source>Open that store and restore them there.</source>
      <translation>请打开该数据库，在那里恢复。</translation>
    </message>
    <message>
      <location filename="layers/edit_replay.py" />
      <source>Restore interrupted edits</source>
      <translation>恢复未保存的编辑</translation>
    </message>
    <message>
      <location filename="layers/edit_replay.py" />
      <source>The edits are kept. Make the layer editable, then restore them.</source>
      <translation>编辑内容仍然保留。请先使图层可以编辑，再恢复。</translation>
    </message>
    <message>
      <location filename="layers/edit_replay.py" />
      <source>The edits belong to another store: {path}.</source>
      <translation>这些编辑属于另一个数据库：{path}。</translation>
    </message>
    <message>
      <location filename="layers/edit_replay.py" />
      <source>The store {path} cannot be edited now.</source>
      <translation>数据库 {path} 目前不能编辑。</translation>
    </message>
    <message>
      <location filename="layers/edit_server.py" />
      <source>Somebody else deleted them, or your role does not allow it. The edits are kept and offered again when the store is opened.</source>
      <translation>可能已被他人删除，或您的角色不允许修改。您的修改已保留，下次打开数据库时会提示恢复。</translation>
    </message>
    <message>
      <location filename="layers/edit_server.py" />
      <source>The server did not take {count} records.</source>
      <translation>有 {count} 条记录服务器没有接收。</translation>
    </message>
    <message>
      <location filename="layers/field_project.py" />
      <location filename="processing/map_parameters.py" />
      <location filename="dialogs/basemap_editor.py" />
      <location filename="dialogs/open_store_dialog.py" />
      <source>Basemap</source>
      <translation>底图</translation>
    </message>
    <message>
      <location filename="layers/field_project.py" />
      <source>Choose another folder, on a local disk.</source>
      <translation>请另选本机磁盘上的文件夹。</translation>
    </message>
    <message>
      <location filename="layers/field_project.py" />
      <location filename="layers/locations.py" />
      <source>Choose another folder.</source>
      <translation>请另选文件夹。</translation>
    </message>
    <message>
      <location filename="layers/field_project.py" />
      <location filename="layers/map_project.py" />
      <location filename="layers/part_pages.py" />
      <location filename="processing/algorithms/distribution_map.py" />
      <location filename="processing/base.py" />
      <location filename="processing/models.py" />
      <source>Collection points</source>
      <translation>采集点</translation>
    </message>
    <message>
      <location filename="layers/field_project.py" />
      <source>The project of the package does not open again.</source>
      <translation>外业包的工程文件无法重新打开。</translation>
    </message>
    <message>
      <location filename="layers/field_project.py" />
      <source>The project {path} cannot be written.</source>
      <translation>无法写入工程文件 {path}。</translation>
    </message>
    <message>
      <location filename="layers/fonts.py" />
      <source>No Chinese font is installed: Chinese text will be empty boxes on the map. Install one, for instance Noto Sans CJK SC.</source>
      <translation>未安装中文字体：地图上的中文会显示为方框。请安装中文字体，例如 Noto Sans CJK SC。</translation>
    </message>
    <message>
      <location filename="layers/form_values.py" />
      <location filename="dialogs/options_page.py" />
      <source>A mobile number has 11 digits and begins with 13 to 19.</source>
      <translation>手机号为 11 位，以 13 至 19 开头。</translation>
    </message>
    <message>
      <location filename="layers/form_values.py" />
      <source>A month such as 2023-06 for animals and fish; 2023-1 for the year's first crop.</source>
      <translation>畜产品、水产品写月份，如 2023-06；种植产品写年份和茬次，如 2023-1 为第一茬。</translation>
    </message>
    <message>
      <location filename="layers/form_values.py" />
      <source>A number greater than 0; 0 only where the base has stopped.</source>
      <translation>大于 0 的数字；只有基地已停止种养时才填 0。</translation>
    </message>
    <message>
      <location filename="layers/form_values.py" />
      <source>Required for crops.</source>
      <translation>种植业必填。</translation>
    </message>
    <message>
      <location filename="layers/form_values.py" />
      <source>Write 2023-05-01 or 2023-05; for every year --05-01 or --05.</source>
      <translation>写 2023-05-01 或 2023-05；每年相同的写 --05-01 或 --05。</translation>
    </message>
    <message>
      <location filename="layers/form_values.py" />
      <source>Write a date as 2023-05-01.</source>
      <translation>日期请写成 2023-05-01。</translation>
    </message>
    <message>
      <location filename="layers/form_widgets.py" />
      <source>BD-09 (百度)</source>
      <translation>BD-09（百度）</translation>
    </message>
    <message>
      <location filename="layers/form_widgets.py" />
      <source>CGCS2000 (national platform, GPS, 天地图)</source>
      <translation>CGCS2000（国家追溯平台、GPS、天地图）</translation>
    </message>
    <message>
      <location filename="layers/form_widgets.py" />
      <source>GCJ-02 (高德, 腾讯, 微信)</source>
      <translation>GCJ-02（高德、腾讯、微信）</translation>
    </message>
    <message>
      <location filename="layers/form_widgets.py" />
      <location filename="layers/value_words.py" />
      <source>No</source>
      <translation>否</translation>
    </message>
    <message>
      <location filename="layers/form_widgets.py" />
      <source>WGS 84 (GPS)</source>
      <translation>WGS 84（GPS）</translation>
    </message>
    <message>
      <location filename="layers/form_widgets.py" />
      <location filename="layers/value_words.py" />
      <source>Yes</source>
      <translation>是</translation>
    </message>
    <message>
      <location filename="layers/forms.py" />
      <source>Returned for correction</source>
      <translation>退回修改</translation>
    </message>
    <message>
      <location filename="layers/gpkg_check.py" />
      <source>The file is damaged: {detail}</source>
      <translation>文件已损坏：{detail}</translation>
    </message>
    <message>
      <location filename="layers/gpkg_check.py" />
      <source>The spatial index holds {indexed} points, the records {points}.</source>
      <translation>空间索引有 {indexed} 个点，记录有 {points} 个点。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_errors.py" />
      <source>Check the folder, its permissions and the free space, then try again.</source>
      <translation>请检查文件夹、权限和剩余空间，然后重试。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_errors.py" />
      <source>Choose another file, or bring back the latest backup.</source>
      <translation>请选择其他文件，或恢复最近的备份。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_errors.py" />
      <source>Copy it to a folder where you may write, or ask for the right to write.</source>
      <translation>请把它复制到可写的文件夹，或申请写入权限。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_errors.py" />
      <source>Make room or reconnect the disk, then try again; nothing was changed.</source>
      <translation>请腾出空间或重新连接磁盘后重试；数据未作任何改动。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_errors.py" />
      <location filename="layers/pg_errors.py" />
      <source>Nothing was changed. Check the store; the log holds the details.</source>
      <translation>数据未作任何改动。请检查数据库；详情见日志。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_errors.py" />
      <location filename="layers/pg_errors.py" />
      <source>Nothing was changed. Correct the records named and try again.</source>
      <translation>数据未作任何改动。请更正所列记录后重试。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_errors.py" />
      <source>Nothing was written. Look for the file, open it again and repeat the work.</source>
      <translation>没有写入任何内容。请找到该文件，重新打开后再操作。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_errors.py" />
      <location filename="layers/pg_errors.py" />
      <source>Save and close other edits of it, then try again; nothing was changed.</source>
      <translation>请保存并关闭对它的其他编辑后重试；数据未作任何改动。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_errors.py" />
      <source>The disk with {path} is full or does not answer.</source>
      <translation>{path} 所在磁盘已满或无响应。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_errors.py" />
      <source>The file {path} cannot be written or read.</source>
      <translation>文件 {path} 无法写入或读取。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_errors.py" />
      <location filename="layers/stored_records.py" />
      <source>The file {path} was deleted, moved or replaced while it was open.</source>
      <translation>文件 {path} 在打开期间被删除、移动或替换。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_errors.py" />
      <location filename="layers/pg_errors.py" />
      <source>The store refused the change: {reason}</source>
      <translation>数据库拒绝此次修改：{reason}</translation>
    </message>
    <message>
      <location filename="layers/gpkg_errors.py" />
      <location filename="layers/pg_errors.py" />
      <source>The store {path} is in use by another program.</source>
      <translation>数据库 {path} 正被其他程序使用。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_errors.py" />
      <source>The store {path} is read-only.</source>
      <translation>数据库 {path} 为只读。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_errors.py" />
      <location filename="layers/pg_errors.py" />
      <source>The store {path} reported an error.</source>
      <translation>数据库 {path} 报告错误。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_errors.py" />
      <source>{path} is not a GeoPackage, or it is damaged.</source>
      <translation>{path} 不是 GeoPackage 文件，或已损坏。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_files.py" />
      <source>Choose another name, or move the file away.</source>
      <translation>请换一个文件名，或移走原文件。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_files.py" />
      <source>Create the folder or choose another one.</source>
      <translation>请新建该文件夹，或选择其他文件夹。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_files.py" />
      <source>The folder {path} does not exist.</source>
      <translation>文件夹 {path} 不存在。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_files.py" />
      <location filename="layers/postgis.py" />
      <source>{path} exists already and is not overwritten.</source>
      <translation>{path} 已存在，不予覆盖。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_open.py" />
      <location filename="layers/postgis.py" />
      <source>Choose a store, or create one first.</source>
      <translation>请选择数据库，或先新建一个。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_open.py" />
      <source>Choose another file, or create a store first.</source>
      <translation>请选择其他文件，或先新建数据库。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_open.py" />
      <source>Copy it to a folder where you may write; it is upgraded on opening.</source>
      <translation>请把它复制到可写的文件夹；打开时会自动升级。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_open.py" />
      <source>The store {path} does not exist.</source>
      <translation>数据库 {path} 不存在。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_open.py" />
      <source>The store {path} is of an older version and read-only.</source>
      <translation>数据库 {path} 版本较旧且为只读。</translation>
    </message>
    <message>
      <location filename="layers/gpkg_open.py" />
      <source>{path} is a GeoPackage, but not a store.</source>
      <translation>{path} 是 GeoPackage 文件，但不是本插件的数据库。</translation>
    </message>
    <message>
      <location filename="layers/inspection_look.py" />
      <source>Outcome</source>
      <translation>是否合格</translation>
    </message>
    <message>
      <location filename="layers/inspection_look.py" />
      <source>failed</source>
      <translation>不合格</translation>
    </message>
    <message>
      <location filename="layers/inspection_look.py" />
      <source>not told</source>
      <translation>未说明</translation>
    </message>
    <message>
      <location filename="layers/inspection_look.py" />
      <source>passed</source>
      <translation>合格</translation>
    </message>
    <message>
      <location filename="layers/inspection_marks.py" />
      <source>Inspection</source>
      <translation>检查检测</translation>
    </message>
    <message>
      <location filename="layers/kept_layers.py" />
      <source>Check that the disk has room.</source>
      <translation>请检查磁盘空间是否足够。</translation>
    </message>
    <message>
      <location filename="layers/kept_layers.py" />
      <source>The layer {layer} could not be kept in the project.</source>
      <translation>图层“{layer}”未能保存到工程中。</translation>
    </message>
    <message>
      <location filename="layers/locations.py" />
      <source>Open it in QGIS as a local copy and work in that.</source>
      <translation>请在 QGIS 中为它建立本机副本，在副本中工作。</translation>
    </message>
    <message>
      <location filename="layers/locations.py" />
      <source>The folder {path} cannot be made.</source>
      <translation>无法建立文件夹 {path}。</translation>
    </message>
    <message>
      <location filename="layers/locations.py" />
      <source>{path} lies in a folder that {program} keeps in step with other computers; it can replace the file while you work.</source>
      <translation>{path} 在 {program} 的同步文件夹中，工作时文件可能被它替换。</translation>
    </message>
    <message>
      <location filename="layers/locations.py" />
      <source>{path} lies on a network share, where saved changes can be lost.</source>
      <translation>{path} 在网络共享文件夹中，保存的修改可能丢失。</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>1 county</source>
      <translation>1 个县</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>1 township</source>
      <translation>1 个乡镇</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>Bases in {areas} without a point, not shown: {count}</source>
      <translation>{areas}无点位，{count} 个基地未上图。</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>Bases in {areas} without a polygon, not shown: {count}</source>
      <translation>{areas}无边界，{count} 个基地未上图。</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>Bases per county</source>
      <translation>各县基地数</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>Bases per township</source>
      <translation>各乡镇基地数</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>Bases without a county, not shown: {count}</source>
      <translation>另有 {count} 个基地未填县，未上图。</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>Bases without a scale, not counted: {count}</source>
      <translation>另有 {count} 个基地未填规模，未计入。</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>Bases without a township, not shown: {count}</source>
      <translation>另有 {count} 个基地未填乡镇，未上图。</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>Choose products of one unit, or show the number of bases.</source>
      <translation>请只选规模单位相同的产品，或改为表示基地数。</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>Names of townships</source>
      <translation>乡镇名称</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>None of the records has a scale that could be shown.</source>
      <translation>所查记录均没有可表示的规模。</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>Scale per county ({unit})</source>
      <translation>各县种养规模（{unit}）</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>Scale per township ({unit})</source>
      <translation>各乡镇种养规模（{unit}）</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>Show the number of bases, or complete the scales first.</source>
      <translation>请改为表示基地数，或先补齐规模。</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>The records have their scale in several units ({units}), which one map cannot add up.</source>
      <translation>所查记录的规模有多种单位（{units}），一张图上不能相加。</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>Without a point, so not on the map: {names} (bases: {count}).</source>
      <translation>无点位、未上图：{names}（共 {count} 个基地）。</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>Without a polygon, so not on the map: {names} (bases: {count}).</source>
      <translation>无边界、未上图：{names}（共 {count} 个基地）。</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>{areas}: {total}</source>
      <translation>{areas}，{total}</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>{count} counties</source>
      <translation>{count} 个县</translation>
    </message>
    <message>
      <location filename="layers/map_areas.py" />
      <source>{count} townships</source>
      <translation>{count} 个乡镇</translation>
    </message>
    <message>
      <location filename="layers/map_bubbles.py" />
      <location filename="layers/map_style_choropleth.py" />
      <source>{figure} or less</source>
      <translation>{figure} 及以下</translation>
    </message>
    <message>
      <location filename="layers/map_build.py" />
      <source>Choose A4 or A3, landscape or portrait.</source>
      <translation>请选择 A4 或 A3，横版或竖版。</translation>
    </message>
    <message>
      <location filename="layers/map_build.py" />
      <source>Choose a .qpt file made from one of ours, with a map item named ot_map.</source>
      <translation>请选择由本插件模板改成的 .qpt 文件，其中须有名为 ot_map 的地图项。</translation>
    </message>
    <message>
      <location filename="layers/map_build.py" />
      <source>There is no map page {paper}, {turn}.</source>
      <translation>没有 {paper}（{turn}）这种图幅。</translation>
    </message>
    <message>
      <location filename="layers/map_build.py" />
      <source>{file} is not a layout template that can be used.</source>
      <translation>{file} 不是可用的布局模板。</translation>
    </message>
    <message>
      <location filename="layers/map_content.py" />
      <source>1 base</source>
      <translation>1 个基地</translation>
    </message>
    <message>
      <location filename="layers/map_content.py" />
      <source>1 point</source>
      <translation>1 处</translation>
    </message>
    <message>
      <location filename="layers/map_content.py" />
      <source>{count} bases</source>
      <translation>{count} 个基地</translation>
    </message>
    <message>
      <location filename="layers/map_content.py" />
      <source>{count} points</source>
      <translation>{count} 处</translation>
    </message>
    <message>
      <location filename="layers/map_drawing.py" />
      <source>Base map features</source>
      <translation>底图要素</translation>
    </message>
    <message>
      <location filename="layers/map_drawing.py" />
      <location filename="dialogs/open_store_dialog.py" />
      <source>Boundary</source>
      <translation>边界</translation>
    </message>
    <message>
      <location filename="layers/map_export.py" />
      <source>A map cannot be written as {suffix}.</source>
      <translation>地图不能保存为 {suffix} 格式。</translation>
    </message>
    <message>
      <location filename="layers/map_export.py" />
      <source>Check that the folder can be written to and that the disk has room.</source>
      <translation>请检查文件夹是否可写、磁盘空间是否足够。</translation>
    </message>
    <message>
      <location filename="layers/map_export.py" />
      <source>Choose a file name that ends in .pdf, .png or .svg.</source>
      <translation>请选择以 .pdf、.png 或 .svg 结尾的文件名。</translation>
    </message>
    <message>
      <location filename="layers/map_export.py" />
      <source>Close the file where it is open, or choose another folder, and try again.</source>
      <translation>请在打开该文件的程序中关闭它，或换一个文件夹，然后重试。</translation>
    </message>
    <message>
      <location filename="layers/map_export.py" />
      <source>The map could not be written to {file}.</source>
      <translation>地图无法写入 {file}。</translation>
    </message>
    <message>
      <location filename="layers/map_frame.py" />
      <source>CGCS2000, 3-degree Gauss-Krüger zone, central meridian {meridian}° E</source>
      <translation>2000国家大地坐标系（CGCS2000），高斯-克吕格投影 3°带，中央经线 {meridian}°E</translation>
    </message>
    <message>
      <location filename="layers/map_frame.py" />
      <source>Look for points far outside the county and correct them first.</source>
      <translation>请先查找并更正远离本县的点位。</translation>
    </message>
    <message>
      <location filename="layers/map_frame.py" />
      <source>The points cannot be drawn in {crs}.</source>
      <translation>点位无法用 {crs} 绘制。</translation>
    </message>
    <message>
      <location filename="layers/map_frame.py" />
      <source>Web Mercator (EPSG:3857), scale true at the middle of the map</source>
      <translation>Web 墨卡托（EPSG:3857），比例尺以图幅中部为准</translation>
    </message>
    <message>
      <location filename="layers/map_frame.py" />
      <source>km</source>
      <translation>千米</translation>
    </message>
    <message>
      <location filename="layers/map_frame.py" />
      <source>m</source>
      <translation>米</translation>
    </message>
    <message>
      <location filename="layers/map_legend.py" />
      <source>Other townships: {count}</source>
      <translation>其他 {count} 个乡镇</translation>
    </message>
    <message>
      <location filename="layers/map_legend.py" />
      <source>Total: {count}</source>
      <translation>合计：{count}</translation>
    </message>
    <message>
      <location filename="layers/map_project.py" />
      <source>Check that the file is there and that it is a store.</source>
      <translation>请检查文件是否存在、是否为本插件的数据库。</translation>
    </message>
    <message>
      <location filename="layers/map_project.py" />
      <source>The points of {file} cannot be opened.</source>
      <translation>{file} 的点位无法打开。</translation>
    </message>
    <message>
      <location filename="layers/map_style_bubbles.py" />
      <source>Bases that have stopped (scale 0), not shown: {count}</source>
      <translation>另有 {count} 个基地已停止种养（规模为 0），未上图。</translation>
    </message>
    <message>
      <location filename="layers/map_style_bubbles.py" />
      <source>Bases without a scale, not shown: {count}</source>
      <translation>另有 {count} 个基地未填规模，未上图。</translation>
    </message>
    <message>
      <location filename="layers/map_style_bubbles.py" />
      <location filename="layers/map_style_points.py" />
      <source>Other</source>
      <translation>其他</translation>
    </message>
    <message>
      <location filename="layers/map_style_bubbles.py" />
      <source>Scale in {unit}</source>
      <translation>种养规模（{unit}）</translation>
    </message>
    <message>
      <location filename="layers/map_style_choropleth.py" />
      <source>Drawn as one circle per township instead of areas in colours.</source>
      <translation>已改为每个乡镇画一个圆，不作分级设色。</translation>
    </message>
    <message>
      <location filename="layers/map_style_choropleth.py" />
      <source>Give the layer of the county's boundaries as well.</source>
      <translation>请同时给出本县的边界图层。</translation>
    </message>
    <message>
      <location filename="layers/map_style_choropleth.py" />
      <source>No scale given</source>
      <translation>未填规模</translation>
    </message>
    <message>
      <location filename="layers/map_style_choropleth.py" />
      <source>Not asked for</source>
      <translation>不在查询范围</translation>
    </message>
    <message>
      <location filename="layers/map_style_choropleth.py" />
      <source>There is no boundary layer.</source>
      <translation>没有边界图层。</translation>
    </message>
    <message>
      <location filename="layers/map_style_clusters.py" />
      <source>1 circle</source>
      <translation>1 个圆</translation>
    </message>
    <message>
      <location filename="layers/map_style_clusters.py" />
      <location filename="processing/map_style_parameters.py" />
      <source>Clusters</source>
      <translation>聚合</translation>
    </message>
    <message>
      <location filename="layers/map_style_clusters.py" />
      <source>In each circle stands the number of its points.</source>
      <translation>圆中数字为其所含点位数。</translation>
    </message>
    <message>
      <location filename="layers/map_style_clusters.py" />
      <location filename="layers/styling.py" />
      <location filename="processing/query_parameters.py" />
      <source>Other products</source>
      <translation>其他产品</translation>
    </message>
    <message>
      <location filename="layers/map_style_clusters.py" />
      <source>Single points</source>
      <translation>单个点位</translation>
    </message>
    <message>
      <location filename="layers/map_style_clusters.py" />
      <source>{count} and more</source>
      <translation>{count} 及以上</translation>
    </message>
    <message>
      <location filename="layers/map_style_clusters.py" />
      <source>{count} circles</source>
      <translation>{count} 个圆</translation>
    </message>
    <message>
      <location filename="layers/map_style_heatmap.py" />
      <source>Density of bases per km²</source>
      <translation>基地密度（个/平方千米）</translation>
    </message>
    <message>
      <location filename="layers/map_style_heatmap.py" />
      <source>Density of bases per {area} km²</source>
      <translation>基地密度（个/{area} 平方千米）</translation>
    </message>
    <message>
      <location filename="layers/map_style_heatmap.py" />
      <source>For orientation only, smoothed over|{radius} km round each base; each base|counts once, whatever its scale.</source>
      <translation>示意图：按基地数计算，不计规模；|以每个基地周围 {radius} 千米平滑。</translation>
    </message>
    <message>
      <location filename="layers/map_style_heatmap.py" />
      <source>about {figure}</source>
      <translation>约 {figure}</translation>
    </message>
    <message>
      <location filename="layers/map_style_points.py" />
      <source>Points exactly under another: {count}</source>
      <translation>有 {count} 个点位与其他点位完全重合。</translation>
    </message>
    <message>
      <location filename="layers/map_templates.py" />
      <location filename="processing/algorithms/distribution_map.py" />
      <location filename="processing/page_parameter.py" />
      <location filename="processing/sinks.py" />
      <location filename="processing/targets.py" />
      <source>Choose another folder, or close the file where it is open.</source>
      <translation>请选择其他文件夹，或关闭打开的该文件。</translation>
    </message>
    <message>
      <location filename="layers/map_templates.py" />
      <source>Give the map the item id ot_map, or take its removal back.</source>
      <translation>请把地图的项 ID 设为 ot_map，或撤销删除。</translation>
    </message>
    <message>
      <location filename="layers/map_templates.py" />
      <source>{file}: the layout has no map item named ot_map any more.</source>
      <translation>{file}：布局中已没有 ID 为 ot_map 的地图。</translation>
    </message>
    <message>
      <location filename="layers/map_templates.py" />
      <location filename="spreadsheets/atomic.py" />
      <location filename="processing/algorithms/distribution_map.py" />
      <location filename="processing/algorithms/field_package.py" />
      <location filename="processing/page_parameter.py" />
      <location filename="processing/sinks.py" />
      <location filename="processing/targets.py" />
      <location filename="dialogs/model_copy.py" />
      <source>{path} cannot be written.</source>
      <translation>{path} 无法写入。</translation>
    </message>
    <message>
      <location filename="layers/map_texts.py" />
      <source>Basemap: {credit}</source>
      <translation>底图：{credit}</translation>
    </message>
    <message>
      <location filename="layers/map_texts.py" />
      <source>Coordinate system: {crs}</source>
      <translation>坐标系：{crs}</translation>
    </message>
    <message>
      <location filename="layers/map_texts.py" />
      <source>Date: {date}</source>
      <translation>制图日期：{date}</translation>
    </message>
    <message>
      <location filename="layers/map_texts.py" />
      <source>Internal working map</source>
      <translation>内部工作用图</translation>
    </message>
    <message>
      <location filename="layers/map_texts.py" />
      <source>Legend</source>
      <translation>图例</translation>
    </message>
    <message>
      <location filename="layers/map_texts.py" />
      <source>MMMM yyyy</source>
      <translation>yyyy年M月</translation>
    </message>
    <message>
      <location filename="layers/map_texts.py" />
      <source>Map approval number:</source>
      <translation>审图号：</translation>
    </message>
    <message>
      <location filename="layers/map_texts.py" />
      <source>No record with a position matches this query.</source>
      <translation>没有符合条件且有点位的记录。</translation>
    </message>
    <message>
      <location filename="layers/map_texts.py" />
      <source>Prepared by: {unit}</source>
      <translation>制图单位：{unit}</translation>
    </message>
    <message>
      <location filename="layers/map_texts.py" />
      <source>Records without a position, not shown: {count}</source>
      <translation>另有 {count} 条记录尚待定位，未上图。</translation>
    </message>
    <message>
      <location filename="layers/map_texts.py" />
      <source>Source: {source}</source>
      <translation>数据来源：{source}</translation>
    </message>
    <message>
      <location filename="layers/merge_source.py" />
      <source>Choose a package or a store of this county.</source>
      <translation>请选择本县的外业包或数据库。</translation>
    </message>
    <message>
      <location filename="layers/merge_source.py" />
      <source>Copy the whole folder from the device again.</source>
      <translation>请从设备上重新复制整个文件夹。</translation>
    </message>
    <message>
      <location filename="layers/merge_source.py" />
      <source>{file} is of county {other}, the store of county {county}.</source>
      <translation>{file} 属于县代码 {other}，本数据库的县代码为 {county}。</translation>
    </message>
    <message>
      <location filename="layers/merge_source.py" />
      <location filename="processing/algorithms/files_in_folder.py" />
      <source>{path} cannot be read.</source>
      <translation>无法读取 {path}。</translation>
    </message>
    <message>
      <location filename="layers/monitoring.py" />
      <source>Counting the monitoring</source>
      <translation>统计监测数字</translation>
    </message>
    <message>
      <location filename="layers/monitoring.py" />
      <source>Judged for {day}; the records are those of {today}.</source>
      <translation>按 {day} 判断；记录为 {today} 的现状。</translation>
    </message>
    <message>
      <location filename="layers/monitoring.py" />
      <source>No change against the month before: the store held no records at the end of {day}.</source>
      <translation>没有较上月末的增减：{day} 结束时数据库中还没有记录。</translation>
    </message>
    <message>
      <location filename="layers/monitoring.py" />
      <source>No change against the month before: this layer is a copy and has no history.</source>
      <translation>没有较上月末的增减：该图层是副本，没有修改历史。</translation>
    </message>
    <message>
      <location filename="layers/monitoring.py" />
      <source>Only the {count} records chosen are counted.</source>
      <translation>只统计了选中的 {count} 条记录。</translation>
    </message>
    <message>
      <location filename="layers/monitoring.py" />
      <source>The monitoring could not be counted.</source>
      <translation>无法统计监测数字。</translation>
    </message>
    <message>
      <location filename="layers/named_styles.py" />
      <location filename="processing/algorithms/distribution_atlas.py" />
      <source>By product</source>
      <translation>按产品</translation>
    </message>
    <message>
      <location filename="layers/named_styles.py" />
      <source>By state of review</source>
      <translation>按审核状态</translation>
    </message>
    <message>
      <location filename="layers/named_styles.py" />
      <source>By what is due</source>
      <translation>按采集到期情况</translation>
    </message>
    <message>
      <location filename="layers/neighbours.py" />
      <source>A similar name and the same product, {metres:g} m away</source>
      <translation>主体名称相近、产品相同，相距 {metres:g} 米</translation>
    </message>
    <message>
      <location filename="layers/neighbours.py" />
      <source>A similar name, {metres:g} m away</source>
      <translation>主体名称相近，相距 {metres:g} 米</translation>
    </message>
    <message>
      <location filename="layers/neighbours.py" />
      <source>The same producer and product, {metres:g} m away</source>
      <translation>主体、产品均相同，相距 {metres:g} 米</translation>
    </message>
    <message>
      <location filename="layers/neighbours.py" />
      <source>The same product on the same spot, {metres:g} m away</source>
      <translation>同一位置有相同产品，相距 {metres:g} 米</translation>
    </message>
    <message>
      <location filename="layers/part_pages.py" />
      <source>Bases {first}–{last} of {count}</source>
      <translation>第 {first}–{last} 个基地，共 {count} 个</translation>
    </message>
    <message>
      <location filename="layers/part_pages.py" />
      <source>Bases: {count}</source>
      <translation>基地 {count} 个</translation>
    </message>
    <message>
      <location filename="layers/part_pages.py" />
      <source>Not listed here: {count}; see the table of the same query.</source>
      <translation>另有 {count} 个未列出，见同一查询的“一张表”。</translation>
    </message>
    <message>
      <location filename="layers/part_pages.py" />
      <source>Page {page} of {pages}</source>
      <translation>第 {page} 页　共 {pages} 页</translation>
    </message>
    <message>
      <location filename="layers/part_pages.py" />
      <source>continued on page {page}</source>
      <translation>续见第 {page} 页</translation>
    </message>
    <message>
      <location filename="layers/people_store.py" />
      <source>Agency</source>
      <translation>第三方机构</translation>
    </message>
    <message>
      <location filename="layers/people_store.py" />
      <source>Contact sheet (附件2)</source>
      <translation>联系方式表（附件2）</translation>
    </message>
    <message>
      <location filename="layers/people_store.py" />
      <source>Enterprise</source>
      <translation>企业自报</translation>
    </message>
    <message>
      <location filename="layers/people_store.py" />
      <source>Field package</source>
      <translation>外业包</translation>
    </message>
    <message>
      <location filename="layers/people_store.py" />
      <source>History of a record</source>
      <translation>一条记录的历史</translation>
    </message>
    <message>
      <location filename="layers/people_store.py" />
      <source>Inspector</source>
      <translation>检查人员</translation>
    </message>
    <message>
      <location filename="layers/people_store.py" />
      <source>Internal sheet</source>
      <translation>内部采集表</translation>
    </message>
    <message>
      <location filename="layers/people_store.py" />
      <source>List of a random inspection</source>
      <translation>“双随机”抽查名单</translation>
    </message>
    <message>
      <location filename="layers/people_store.py" />
      <source>List of changes</source>
      <translation>变更列表</translation>
    </message>
    <message>
      <location filename="layers/people_store.py" />
      <source>List of disagreements of a merge</source>
      <translation>合并分歧清单</translation>
    </message>
    <message>
      <location filename="layers/people_store.py" />
      <source>Lists on the screen</source>
      <translation>屏幕列表</translation>
    </message>
    <message>
      <location filename="layers/people_store.py" />
      <source>Return sheets for townships</source>
      <translation>乡镇退回表</translation>
    </message>
    <message>
      <location filename="layers/people_store.py" />
      <source>Reviewer</source>
      <translation>审核人员</translation>
    </message>
    <message>
      <location filename="layers/people_store.py" />
      <location filename="processing/models.py" />
      <source>Sheet for the national platform</source>
      <translation>上报国家平台的采集表</translation>
    </message>
    <message>
      <location filename="layers/people_store.py" />
      <source>Table of a query</source>
      <translation>查询表格</translation>
    </message>
    <message>
      <location filename="layers/people_store.py" />
      <location filename="processing/algorithms/wall_map.py" />
      <location filename="dialogs/templates_dialog.py" />
      <source>Wall map</source>
      <translation>挂图作战图</translation>
    </message>
    <message>
      <location filename="layers/pg_errors.py" />
      <source>Correct the connection in the browser of QGIS.</source>
      <translation>请在 QGIS 浏览器面板中改正该连接。</translation>
    </message>
    <message>
      <location filename="layers/pg_errors.py" />
      <source>Nothing was changed. Ask the administrator for the role that you need.</source>
      <translation>没有任何改动。请向管理员申请所需的角色。</translation>
    </message>
    <message>
      <location filename="layers/pg_errors.py" />
      <location filename="layers/sql_rows.py" />
      <location filename="layers/sql_store.py" />
      <source>Nothing was changed. Look at the list again, then repeat it.</source>
      <translation>没有改动。请重新查看列表后再做。</translation>
    </message>
    <message>
      <location filename="layers/pg_errors.py" />
      <location filename="layers/sql_store.py" />
      <source>Open it for writing.</source>
      <translation>请以可写方式打开。</translation>
    </message>
    <message>
      <location filename="layers/pg_errors.py" />
      <source>Save name and password with the connection in QGIS, as a configuration.</source>
      <translation>请在 QGIS 的连接中保存用户名和密码，最好存为身份验证配置。</translation>
    </message>
    <message>
      <location filename="layers/pg_errors.py" />
      <source>The connection of {path} leads to no database.</source>
      <translation>{path} 的连接指向的数据库不存在。</translation>
    </message>
    <message>
      <location filename="layers/pg_errors.py" />
      <source>The database does not allow this login to do that in {path}.</source>
      <translation>数据库不允许该账号在 {path} 中这样做。</translation>
    </message>
    <message>
      <location filename="layers/pg_errors.py" />
      <source>The server of {path} does not accept the login.</source>
      <translation>{path} 所在的服务器不接受该账号登录。</translation>
    </message>
    <message>
      <location filename="layers/pg_errors.py" />
      <source>The server of {path} does not answer.</source>
      <translation>{path} 所在的服务器没有响应。</translation>
    </message>
    <message>
      <location filename="layers/pg_errors.py" />
      <location filename="layers/sql_apply.py" />
      <location filename="layers/sql_store.py" />
      <source>The store {path} was changed meanwhile.</source>
      <translation>数据库 {path} 在此期间已被改动。</translation>
    </message>
    <message>
      <location filename="layers/pg_errors.py" />
      <location filename="layers/sql_store.py" />
      <source>The store {path} was opened for reading only.</source>
      <translation>数据库 {path} 是以只读方式打开的。</translation>
    </message>
    <message>
      <location filename="layers/pg_errors.py" />
      <source>The work was done as a whole or not at all. Check the network, open the store again and look before you repeat it.</source>
      <translation>这项工作要么全部完成，要么完全没有做。请检查网络，重新打开数据库查看结果后再决定是否重做。</translation>
    </message>
    <message>
      <location filename="layers/pg_place.py" />
      <source>QGIS knows no PostgreSQL connection {name}.</source>
      <translation>QGIS 中没有名为 {name} 的 PostgreSQL 连接。</translation>
    </message>
    <message>
      <location filename="layers/pg_place.py" />
      <source>Set it up in the browser of QGIS, or choose another one.</source>
      <translation>请在 QGIS 浏览器面板中新建该连接，或另选一个。</translation>
    </message>
    <message>
      <location filename="layers/pg_place.py" />
      <source>This reference does not lead to a store on a server.</source>
      <translation>这不是服务器库的引用。</translation>
    </message>
    <message>
      <location filename="layers/pg_place.py" />
      <source>Use up to 40 small letters, digits and _, not ending in a county code.</source>
      <translation>请用不超过 40 个小写字母、数字和下划线，且不以区划代码结尾。</translation>
    </message>
    <message>
      <location filename="layers/pg_place.py" />
      <source>Write postgres://connection/schema/county code, with the name of a PostgreSQL connection of QGIS. Login and password are kept there.</source>
      <translation>请写成 postgres://连接名/模式名/县代码，连接名是 QGIS 中 PostgreSQL 连接的名称，账号和密码保存在该连接中。</translation>
    </message>
    <message>
      <location filename="layers/pg_place.py" />
      <source>{name} cannot be the name of a store's schema.</source>
      <translation>{name} 不能用作数据库的模式名。</translation>
    </message>
    <message>
      <location filename="layers/placing.py" />
      <source>Move the point of {name}</source>
      <translation>移动 {name} 的点位</translation>
    </message>
    <message>
      <location filename="layers/placing.py" />
      <source>Place the point of {name}</source>
      <translation>标注 {name} 的点位</translation>
    </message>
    <message>
      <location filename="layers/placing.py" />
      <source>Refresh the list and choose another one.</source>
      <translation>请刷新列表后另选一条。</translation>
    </message>
    <message>
      <location filename="layers/placing.py" />
      <source>Save the edits, close other programs that use the store, and try again.</source>
      <translation>请保存编辑，关闭其他正在使用数据库的程序后重试。</translation>
    </message>
    <message>
      <location filename="layers/placing.py" />
      <source>Take away the point of {name}</source>
      <translation>移除 {name} 的点位</translation>
    </message>
    <message>
      <location filename="layers/placing.py" />
      <source>The file may be read-only: copy the store to a folder that you may write to.</source>
      <translation>文件可能是只读的，请把数据库复制到可写的文件夹。</translation>
    </message>
    <message>
      <location filename="layers/placing.py" />
      <source>The point of {name} could not be changed.</source>
      <translation>{name} 的点位未能更改。</translation>
    </message>
    <message>
      <location filename="layers/placing.py" />
      <source>The record is no longer in the store.</source>
      <translation>这条记录已不在数据库中。</translation>
    </message>
    <message>
      <location filename="layers/placing.py" />
      <location filename="dialogs/record_rescue.py" />
      <source>{name} cannot be edited.</source>
      <translation>{name} 不能编辑。</translation>
    </message>
    <message>
      <location filename="layers/postgis.py" />
      <source>A store on a server is not copied into a file yet.</source>
      <translation>服务器库暂时还不能复制成文件。</translation>
    </message>
    <message>
      <location filename="layers/postgis.py" />
      <source>Add the code of the county, such as {example}.</source>
      <translation>请加上县代码，例如 {example}。</translation>
    </message>
    <message>
      <location filename="layers/postgis.py" />
      <source>Ask its administrator to upgrade it.</source>
      <translation>请管理员升级。</translation>
    </message>
    <message>
      <location filename="layers/postgis.py" />
      <source>Choose another name, or open the store.</source>
      <translation>请换一个名称，或打开已有的数据库。</translation>
    </message>
    <message>
      <location filename="layers/postgis.py" />
      <source>Its administrator backs the database up, with pg_dump.</source>
      <translation>请管理员用 pg_dump 备份。</translation>
    </message>
    <message>
      <location filename="layers/postgis.py" />
      <source>The store {path} is of an older version.</source>
      <translation>数据库 {path} 是旧版本。</translation>
    </message>
    <message>
      <location filename="layers/postgis.py" />
      <source>There is no store {path} on the server.</source>
      <translation>服务器上没有数据库 {path}。</translation>
    </message>
    <message>
      <location filename="layers/postgis.py" />
      <source>{path} holds several counties: {counties}.</source>
      <translation>{path} 中有多个县：{counties}。</translation>
    </message>
    <message>
      <location filename="layers/query_records.py" />
      <source>Correct it; column names stand in double quotes, texts in single ones.</source>
      <translation>请更正；列名用双引号，文本用单引号。</translation>
    </message>
    <message>
      <location filename="layers/query_records.py" />
      <source>The expression {text} cannot be used: {reason}</source>
      <translation>表达式 {text} 无法使用：{reason}</translation>
    </message>
    <message>
      <location filename="layers/query_task.py" />
      <source>Counting the records</source>
      <translation>统计记录数</translation>
    </message>
    <message>
      <location filename="layers/query_task.py" />
      <source>Reading the records</source>
      <translation>读取记录</translation>
    </message>
    <message>
      <location filename="layers/query_task.py" />
      <source>The records could not be counted.</source>
      <translation>无法统计记录数。</translation>
    </message>
    <message>
      <location filename="layers/record_edit.py" />
      <source>Edit {name}</source>
      <translation>编辑 {name}</translation>
    </message>
    <message>
      <location filename="layers/record_edit.py" />
      <source>New record {name}</source>
      <translation>新增记录 {name}</translation>
    </message>
    <message>
      <location filename="layers/record_edit.py" />
      <source>Nothing was changed. Look whether the layer can be edited, then save again.</source>
      <translation>没有作任何更改。请看图层能否编辑，再保存一次。</translation>
    </message>
    <message>
      <location filename="layers/record_edit.py" />
      <source>The layer {layer} did not take the record.</source>
      <translation>图层 {layer} 没有接受这条记录。</translation>
    </message>
    <message>
      <location filename="layers/refusals.py" />
      <source>A draw cannot be changed, added to or deleted: only its outcomes are filled in.</source>
      <translation>抽取结果不能更改、增加或删除，只能填写检查结果。</translation>
    </message>
    <message>
      <location filename="layers/refusals.py" />
      <source>A new record is a draft or submitted; it cannot come in as approved or returned.</source>
      <translation>新记录只能是草稿或已提交，不能直接通过或退回。</translation>
    </message>
    <message>
      <location filename="layers/refusals.py" />
      <source>A record stays in its county.</source>
      <translation>记录不能移到另一个县。</translation>
    </message>
    <message>
      <location filename="layers/refusals.py" />
      <source>A record with this number is there already: empty the number of a copied record.</source>
      <translation>已有这个编号的记录；复制的记录请先清空记录编号。</translation>
    </message>
    <message>
      <location filename="layers/refusals.py" />
      <source>An acceptance cannot be changed or deleted: withdraw it.</source>
      <translation>已作的认可不能更改或删除，只能撤回。</translation>
    </message>
    <message>
      <location filename="layers/refusals.py" />
      <source>Only a reviewer of the county approves or returns.</source>
      <translation>只有县级审核人员可以通过或退回。</translation>
    </message>
    <message>
      <location filename="layers/refusals.py" />
      <source>Somebody else has changed this record: refresh, then edit it again.</source>
      <translation>这条记录已被他人修改，请刷新后再改。</translation>
    </message>
    <message>
      <location filename="layers/refusals.py" />
      <source>The history of the records cannot be changed or deleted.</source>
      <translation>修改历史不能更改或删除。</translation>
    </message>
    <message>
      <location filename="layers/refusals.py" />
      <source>The log of phone numbers shown in full cannot be changed or deleted.</source>
      <translation>查看完整号码的记录不能更改或删除。</translation>
    </message>
    <message>
      <location filename="layers/refusals.py" />
      <source>The number of a record cannot be changed.</source>
      <translation>记录编号不能修改。</translation>
    </message>
    <message>
      <location filename="layers/refusals.py" />
      <source>The status cannot change this way: a draft is submitted first, then approved or returned, and a returned record is submitted again.</source>
      <translation>审核状态不能这样改变：草稿须先提交，提交后才能通过或退回，退回后须重新提交。</translation>
    </message>
    <message>
      <location filename="layers/result_layers.py" />
      <source>Accepted at (UTC)</source>
      <translation>认可时间(UTC)</translation>
    </message>
    <message>
      <location filename="layers/result_layers.py" />
      <location filename="processing/algorithms/history.py" />
      <location filename="dialogs/findings_view.py" />
      <source>Column</source>
      <translation>栏目</translation>
    </message>
    <message>
      <location filename="layers/result_layers.py" />
      <location filename="processing/algorithms/import_inspections.py" />
      <source>Proposed</source>
      <translation>建议值</translation>
    </message>
    <message>
      <location filename="layers/result_layers.py" />
      <location filename="processing/algorithms/accept_warning.py" />
      <source>Rule</source>
      <translation>规则</translation>
    </message>
    <message>
      <location filename="layers/result_layers.py" />
      <source>accepted</source>
      <translation>已认可</translation>
    </message>
    <message>
      <location filename="layers/result_layers.py" />
      <location filename="processing/words.py" />
      <source>point</source>
      <translation>点位</translation>
    </message>
    <message>
      <location filename="layers/review_task.py" />
      <location filename="layers/sql_apply.py" />
      <location filename="layers/sql_review.py" />
      <location filename="processing/algorithms/history.py" />
      <location filename="dialogs/review_work.py" />
      <source>Cancelled.</source>
      <translation>已取消。</translation>
    </message>
    <message>
      <location filename="layers/review_task.py" />
      <location filename="dialogs/commands.py" />
      <location filename="dialogs/review_dock.py" />
      <source>Review</source>
      <translation>审核</translation>
    </message>
    <message>
      <location filename="layers/review_task.py" />
      <source>The review could not be carried out; nothing was changed.</source>
      <translation>审核没有完成，数据没有改动。</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <source>Days left</source>
      <translation>剩余天数</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <source>Largest record</source>
      <translation>最大单条规模</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <source>Last collected for</source>
      <translation>最近采集期</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <source>Next by</source>
      <translation>下次截止</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <source>Of it in engineered tanks</source>
      <translation>其中工程化养殖</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <source>Similar, not added</source>
      <translation>名称相近，未合并</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <location filename="dialogs/import_files.py" />
      <location filename="dialogs/people_dialog.py" />
      <location filename="dialogs/undo_dialog.py" />
      <location filename="dialogs/worklist_model.py" />
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <source>Taken as one, though written</source>
      <translation>按同一主体计算的写法</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <source>Threshold</source>
      <translation>规模标准</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <source>Threshold of tanks</source>
      <translation>工程化养殖标准</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <source>Verdict</source>
      <translation>结论</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <source>Without a usable scale</source>
      <translation>规模不可用的记录数</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <source>below</source>
      <translation>未达标</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <source>due</source>
      <translation>到期</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <source>fresh</source>
      <translation>未到期</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <source>not judged yet</source>
      <translation>尚未判断</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <source>only in total</source>
      <translation>仅合计达标</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <source>open</source>
      <translation>待定</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <source>overdue</source>
      <translation>逾期</translation>
    </message>
    <message>
      <location filename="layers/round_looks.py" />
      <source>to be collected</source>
      <translation>应采集</translation>
    </message>
    <message>
      <location filename="layers/saved_queries.py" />
      <source>A query cannot be saved under this name: {name}</source>
      <translation>查询不能用这个名称保存：{name}</translation>
    </message>
    <message>
      <location filename="layers/saved_queries.py" />
      <source>Choose another name, or replace it.</source>
      <translation>请换一个名称，或替换原有的查询。</translation>
    </message>
    <message>
      <location filename="layers/saved_queries.py" />
      <source>Give it a name of words, such as 豇豆 5月上市.</source>
      <translation>请用文字命名，如“豇豆 5月上市”。</translation>
    </message>
    <message>
      <location filename="layers/saved_queries.py" />
      <source>Save one in the query window first.</source>
      <translation>请先在查询窗口中保存一个。</translation>
    </message>
    <message>
      <location filename="layers/saved_queries.py" />
      <source>Saved are: {names}.</source>
      <translation>已保存的有：{names}。</translation>
    </message>
    <message>
      <location filename="layers/saved_queries.py" />
      <source>There is a saved query {name} already.</source>
      <translation>已有名为 {name} 的查询。</translation>
    </message>
    <message>
      <location filename="layers/saved_queries.py" />
      <source>There is no saved query {name} in this store.</source>
      <translation>此数据库中没有名为 {name} 的查询。</translation>
    </message>
    <message>
      <location filename="layers/sql_apply.py" />
      <source>Choose another one from the list of imports.</source>
      <translation>请从导入记录中另选一个批次。</translation>
    </message>
    <message>
      <location filename="layers/sql_apply.py" />
      <source>Choose one from the list of imports.</source>
      <translation>请从导入记录中选择一个批次。</translation>
    </message>
    <message>
      <location filename="layers/sql_apply.py" />
      <source>Keep one row of each record and try again.</source>
      <translation>每条记录只保留一行，然后重试。</translation>
    </message>
    <message>
      <location filename="layers/sql_apply.py" />
      <source>Nothing was changed. Read the store again and repeat the import.</source>
      <translation>数据未作任何改动。请重新读取数据库后再导入。</translation>
    </message>
    <message>
      <location filename="layers/sql_apply.py" />
      <location filename="layers/sql_review.py" />
      <source>Please report this error, with the file if you may.</source>
      <translation>请报告此错误；如果可以，请附上文件。</translation>
    </message>
    <message>
      <location filename="layers/sql_apply.py" />
      <location filename="layers/store_task.py" />
      <source>Please report this error.</source>
      <translation>请报告此错误。</translation>
    </message>
    <message>
      <location filename="layers/sql_apply.py" />
      <source>The import carries unknown information: {names}.</source>
      <translation>导入数据中有未知信息：{names}。</translation>
    </message>
    <message>
      <location filename="layers/sql_apply.py" />
      <source>The import {batch} was undone already.</source>
      <translation>批次 {batch} 已经撤销过。</translation>
    </message>
    <message>
      <location filename="layers/sql_apply.py" />
      <location filename="layers/sql_review.py" />
      <source>The numbers of records do not agree; nothing was changed.</source>
      <translation>记录数不符；数据未作任何改动。</translation>
    </message>
    <message>
      <location filename="layers/sql_apply.py" />
      <location filename="layers/sql_review.py" />
      <source>The record {record} is not in the store.</source>
      <translation>记录 {record} 不在数据库中。</translation>
    </message>
    <message>
      <location filename="layers/sql_apply.py" />
      <source>The record {record} occurs more than once in the import.</source>
      <translation>记录 {record} 在本次导入中重复出现。</translation>
    </message>
    <message>
      <location filename="layers/sql_apply.py" />
      <location filename="layers/sql_review.py" />
      <source>The record {record} was changed meanwhile.</source>
      <translation>记录 {record} 在此期间已被修改。</translation>
    </message>
    <message>
      <location filename="layers/sql_apply.py" />
      <location filename="layers/sql_review.py" />
      <source>The store is as it was before.</source>
      <translation>数据库保持原样。</translation>
    </message>
    <message>
      <location filename="layers/sql_apply.py" />
      <source>There is no import {batch} in the store.</source>
      <translation>数据库中没有批次 {batch}。</translation>
    </message>
    <message>
      <location filename="layers/sql_check.py" />
      <source>Records without the history of their version: {count}.</source>
      <translation>{count} 条记录缺少当前版本的历史。</translation>
    </message>
    <message>
      <location filename="layers/sql_check.py" />
      <source>The store has lost its safeguards {names}.</source>
      <translation>数据库缺失保护机制 {names}。</translation>
    </message>
    <message>
      <location filename="layers/sql_read.py" />
      <source>There is no column {column} in the store.</source>
      <translation>数据库中没有 {column} 列。</translation>
    </message>
    <message>
      <location filename="layers/sql_read.py" />
      <source>Use one of the columns of the collection sheet.</source>
      <translation>请使用采集表中的列。</translation>
    </message>
    <message>
      <location filename="layers/sql_review.py" />
      <source>Choose another version.</source>
      <translation>请选择其他版本。</translation>
    </message>
    <message>
      <location filename="layers/sql_review.py" />
      <source>Copy its number from the list of changes or of versions.</source>
      <translation>请从变更列表或版本列表中复制记录编号。</translation>
    </message>
    <message>
      <location filename="layers/sql_review.py" />
      <source>Nothing was changed. Look at it again, then decide.</source>
      <translation>没有做任何更改。请重新查看该记录后再审核。</translation>
    </message>
    <message>
      <location filename="layers/sql_review.py" />
      <source>The record is as it was in version {version} already.</source>
      <translation>该记录与第 {version} 版内容相同。</translation>
    </message>
    <message>
      <location filename="layers/sql_rows.py" />
      <source>{name} was changed meanwhile.</source>
      <translation>{name}这期间已被改动。</translation>
    </message>
    <message>
      <location filename="layers/sql_store.py" />
      <source>The store has no table {table} that can be used this way.</source>
      <translation>数据库中没有可以这样使用的表 {table}。</translation>
    </message>
    <message>
      <location filename="layers/sql_store.py" />
      <source>Use one of the tables of the documentation.</source>
      <translation>请使用文档中列出的表。</translation>
    </message>
    <message>
      <location filename="layers/sql_values.py" />
      <source>Correct the value and try again.</source>
      <translation>请更正该值后重试。</translation>
    </message>
    <message>
      <location filename="layers/sql_values.py" />
      <source>The store cannot hold the value {value} of column {column} of record {uuid}.</source>
      <translation>记录 {uuid} 的 {column} 列无法保存值 {value}。</translation>
    </message>
    <message>
      <location filename="layers/store_layers.py" />
      <location filename="layers/styling.py" />
      <source>Choose a store of this plugin, or create one.</source>
      <translation>请选择本插件的数据库，或新建一个。</translation>
    </message>
    <message>
      <location filename="layers/store_layers.py" />
      <source>{file} holds no table {table}.</source>
      <translation>{file} 中没有数据表 {table}。</translation>
    </message>
    <message>
      <location filename="layers/store_task.py" />
      <source>Stopped.</source>
      <translation>已停止。</translation>
    </message>
    <message>
      <location filename="layers/stored_records.py" />
      <source>Nothing was saved; the edits are still here. Put the file back, or copy the edited records into another layer, before you stop editing.</source>
      <translation>没有保存任何内容，编辑仍在。请在停止编辑之前把文件放回原处，或者把编辑过的记录复制到另一个图层。</translation>
    </message>
    <message>
      <location filename="layers/styling.py" />
      <source>Close other programs that use the file and try again.</source>
      <translation>请关闭使用该文件的其他程序，然后重试。</translation>
    </message>
    <message>
      <location filename="layers/styling.py" />
      <source>The style could not be saved in {file}.</source>
      <translation>样式无法保存到 {file}。</translation>
    </message>
    <message>
      <location filename="layers/styling.py" />
      <source>{file} holds no table of collection points.</source>
      <translation>{file} 中没有采集点表。</translation>
    </message>
    <message>
      <location filename="layers/tile_test.py" />
      <source>The basemap works.</source>
      <translation>底图可用。</translation>
    </message>
    <message>
      <location filename="layers/tile_test.py" />
      <source>The certificate of {host} is not accepted: check the computer's date, or ask who looks after the network.</source>
      <translation>{host} 的证书未通过验证：请检查电脑日期，或询问网络管理员。</translation>
    </message>
    <message>
      <location filename="layers/tile_test.py" />
      <source>The file can be drawn.</source>
      <translation>文件可以显示。</translation>
    </message>
    <message>
      <location filename="layers/tile_test.py" />
      <source>The proxy does not let the request through: check it in QGIS under Settings › Options › Network.</source>
      <translation>代理服务器没有放行：请在 QGIS 的“设置 › 选项 › 网络”中检查代理。</translation>
    </message>
    <message>
      <location filename="layers/tile_test.py" />
      <source>The server {host} is not found: check the network connection and the address.</source>
      <translation>找不到服务器 {host}：请检查网络和地址。</translation>
    </message>
    <message>
      <location filename="layers/tile_test.py" />
      <source>There is no connection to {host}: check the network connection and the address.</source>
      <translation>无法连接 {host}：请检查网络和地址。</translation>
    </message>
    <message>
      <location filename="layers/tile_test.py" />
      <source>{host} answers with a page instead of a picture: perhaps the network asks for a login in the browser first, or the address is wrong.</source>
      <translation>{host} 返回的是网页而不是图片：可能网络要求先在浏览器中登录，或者地址有误。</translation>
    </message>
    <message>
      <location filename="layers/tile_test.py" />
      <source>{host} answers with something that is not a picture.</source>
      <translation>{host} 返回的不是图片。</translation>
    </message>
    <message>
      <location filename="layers/tile_test.py" />
      <source>{host} does not answer within {seconds} seconds: try again later.</source>
      <translation>{host} 在 {seconds} 秒内没有应答：请稍后再试。</translation>
    </message>
    <message>
      <location filename="layers/tile_test.py" />
      <source>{host} has no tile there (404): check the address and the zoom levels.</source>
      <translation>{host} 在此处没有瓦片（404）：请检查地址和缩放级别。</translation>
    </message>
    <message>
      <location filename="layers/tile_test.py" />
      <source>{host} refuses the key or the caller ({reason}). Check the key: it must be one for browsers, and not used up for today.</source>
      <translation>{host} 拒绝了密钥或访问（{reason}）。请检查密钥：应为“浏览器端”密钥，且当日配额没有用完。</translation>
    </message>
    <message>
      <location filename="layers/tile_test.py" />
      <source>{host} reports a fault of its own ({status}): try again later.</source>
      <translation>{host} 自身出错（{status}）：请稍后再试。</translation>
    </message>
    <message>
      <location filename="layers/tile_test.py" />
      <source>{host} was asked too often (429): try again later.</source>
      <translation>对 {host} 的请求过于频繁（429）：请稍后再试。</translation>
    </message>
    <message>
      <location filename="layers/township_polygons.py" />
      <source>Choose a layer of counties or townships with their names or codes.</source>
      <translation>请选择带有名称或代码的县界或乡镇界图层。</translation>
    </message>
    <message>
      <location filename="layers/township_polygons.py" />
      <source>Choose a layer of townships or villages with their names or codes.</source>
      <translation>请选择带有名称或代码的乡镇或村界图层。</translation>
    </message>
    <message>
      <location filename="layers/township_polygons.py" />
      <source>The boundary layer {layer} names no county.</source>
      <translation>边界图层 {layer} 中没有县名。</translation>
    </message>
    <message>
      <location filename="layers/township_polygons.py" />
      <source>The boundary layer {layer} names no township.</source>
      <translation>边界图层 {layer} 中没有乡镇名称。</translation>
    </message>
    <message>
      <location filename="layers/township_style.py" />
      <source>Township unknown</source>
      <translation>乡(镇)不详</translation>
    </message>
    <message>
      <location filename="layers/upgrade.py" />
      <source>Open it with the version of the plugin that wrote it.</source>
      <translation>请用写入它的插件版本打开。</translation>
    </message>
    <message>
      <location filename="layers/upgrade.py" />
      <source>The store {path} has schema {found}, which cannot be upgraded.</source>
      <translation>数据库 {path} 的结构版本为 {found}，无法升级。</translation>
    </message>
    <message>
      <location filename="layers/upgrade.py" />
      <source>The store {path} was written by a newer version of the plugin (schema {found}, known {known}).</source>
      <translation>数据库 {path} 由更新版本的插件写成（结构版本 {found}，本插件支持到 {known}）。</translation>
    </message>
    <message>
      <location filename="layers/upgrade.py" />
      <source>Update the plugin in QGIS, then open the store again.</source>
      <translation>请在 QGIS 中更新插件，然后重新打开数据库。</translation>
    </message>
    <message>
      <location filename="layers/value_words.py" />
      <source>Point</source>
      <translation>点位</translation>
    </message>
    <message>
      <location filename="layers/wall_strip.py" />
      <source>Goal: {goal}</source>
      <translation>作战目标：{goal}</translation>
    </message>
    <message>
      <location filename="layers/wall_strip.py" />
      <source>Responsible person: {person}</source>
      <translation>责任人：{person}</translation>
    </message>
    <message>
      <location filename="layers/wall_strip.py" />
      <source>Responsible unit: {unit}</source>
      <translation>责任单位：{unit}</translation>
    </message>
    <message>
      <location filename="layers/wall_strip.py" />
      <source>To be done by: {day}</source>
      <translation>完成时限：{day}</translation>
    </message>
    <message>
      <location filename="layers/warning_look.py" />
      <source>Days from the day of the warning</source>
      <translation>距预警日天数</translation>
    </message>
    <message>
      <location filename="layers/worklist_tasks.py" />
      <source>Comparing the records</source>
      <translation>比对记录</translation>
    </message>
    <message>
      <location filename="layers/worklist_tasks.py" />
      <source>Reading the worklist</source>
      <translation>读取采集工作台</translation>
    </message>
    <message>
      <location filename="layers/worklist_tasks.py" />
      <source>The worklist could not be read.</source>
      <translation>无法读取采集工作台。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/accept_warning.py" />
      <source>Accept warnings</source>
      <translation>认可提醒</translation>
    </message>
    <message>
      <location filename="processing/algorithms/accept_warning.py" />
      <source>Acceptances are kept in a store, and the layer is not of one.</source>
      <translation>认可保存在数据库中，而该图层不属于任何数据库。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/accept_warning.py" />
      <source>Acceptances taken back</source>
      <translation>已撤回的认可数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/accept_warning.py" />
      <source>Acceptances taken back: {count}.</source>
      <translation>已撤回 {count} 处认可。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/accept_warning.py" />
      <source>Accepts the warnings of one rule on the records given, with a reason: who, when and why are kept in the store and shown when records are checked. An acceptance holds for the value that the warning speaks of; when it changes, the warning is open again. Errors cannot be accepted.
Select the records first and choose «Selected features only».</source>
      <translation>对所给记录认可某一规则的提醒，并填写理由：认可人、时间和理由保存在数据库中，核对记录时显示。认可只对提醒所针对的值有效，该值改变后提醒重新出现。错误不能认可。
请先选中记录，再勾选“仅选中要素”。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/accept_warning.py" />
      <location filename="processing/algorithms/roll_forward.py" />
      <location filename="processing/base.py" />
      <location filename="processing/store_records.py" />
      <source>Choose the layer collection_point of a store.</source>
      <translation>请选择数据库中的 collection_point 图层。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/accept_warning.py" />
      <source>No record given has an accepted warning of this rule.</source>
      <translation>所给记录中没有该规则的已认可提醒。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/accept_warning.py" />
      <source>No record given has an open warning of this rule.</source>
      <translation>所给记录中没有该规则的未处理提醒。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/accept_warning.py" />
      <location filename="processing/algorithms/random_sample.py" />
      <location filename="processing/algorithms/restore_version.py" />
      <location filename="processing/algorithms/review.py" />
      <location filename="dialogs/options_page.py" />
      <location filename="dialogs/people_dialog.py" />
      <location filename="dialogs/undo_dialog.py" />
      <source>Operator</source>
      <translation>操作人</translation>
    </message>
    <message>
      <location filename="processing/algorithms/accept_warning.py" />
      <source>Take acceptances back</source>
      <translation>撤回认可</translation>
    </message>
    <message>
      <location filename="processing/algorithms/accept_warning.py" />
      <source>The rule whose warnings are accepted.</source>
      <translation>要认可其提醒的规则。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/accept_warning.py" />
      <source>The warnings are open again; what was accepted before stays on record.</source>
      <translation>提醒重新出现；以前的认可记录保留。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/accept_warning.py" />
      <source>Warnings accepted</source>
      <translation>已认可的提醒数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/accept_warning.py" />
      <source>Warnings accepted: {count}.</source>
      <translation>已认可 {count} 处提醒。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/accept_warning.py" />
      <source>Warnings not accepted</source>
      <translation>未认可的提醒数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/accept_warning.py" />
      <source>Who accepts; empty for the name in the settings.</source>
      <translation>由谁认可；留空则用设置中的姓名。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/accept_warning.py" />
      <source>Why the value is right as it stands; needed except for taking back.</source>
      <translation>内容无误的理由；撤回时可不填，其他情况必填。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/accept_warning.py" />
      <source>{name}: its edits are not saved; save them, then accept.</source>
      <translation>{name}：有未保存的编辑，请保存后再认可。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/accept_warning.py" />
      <source>{rule} is an error and cannot be accepted: correct the record.</source>
      <translation>{rule} 是错误，不能认可：请更正记录。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/backup_store.py" />
      <source>Back up a store</source>
      <translation>备份数据库</translation>
    </message>
    <message>
      <location filename="processing/algorithms/backup_store.py" />
      <source>Backup</source>
      <translation>备份文件</translation>
    </message>
    <message>
      <location filename="processing/algorithms/backup_store.py" />
      <source>Makes a complete copy of a store, also while it is open in QGIS. Copying the file by hand may miss work that was just saved.</source>
      <translation>为数据库做完整副本，数据库在 QGIS 中打开时也可以。直接复制文件可能漏掉刚保存的内容。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/backup_store.py" />
      <location filename="processing/algorithms/create_store.py" />
      <location filename="processing/store_parameter.py" />
      <source>Store (GeoPackage)</source>
      <translation>数据库（GeoPackage）</translation>
    </message>
    <message>
      <location filename="processing/algorithms/backup_store.py" />
      <source>Where to write the copy; an existing file is never overwritten.</source>
      <translation>副本的保存位置；不会覆盖已有文件。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/blank_sheet.py" />
      <source>Blank collection sheet</source>
      <translation>空白采集表</translation>
    </message>
    <message>
      <location filename="processing/algorithms/blank_sheet.py" />
      <source>Blank sheet</source>
      <translation>空白表</translation>
    </message>
    <message>
      <location filename="processing/algorithms/blank_sheet.py" />
      <location filename="processing/new_county.py" />
      <source>County code</source>
      <translation>县级代码</translation>
    </message>
    <message>
      <location filename="processing/algorithms/blank_sheet.py" />
      <source>The six digits of the county: fills the drop-downs of the address.</source>
      <translation>县的六位代码：用于填充地址下拉选项。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/blank_sheet.py" />
      <source>Where to write it.</source>
      <translation>保存位置。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/blank_sheet.py" />
      <location filename="processing/algorithms/early_warning.py" />
      <location filename="processing/algorithms/export_contacts.py" />
      <location filename="processing/algorithms/export_sheet.py" />
      <location filename="processing/algorithms/merge_stores.py" />
      <location filename="processing/algorithms/monitoring.py" />
      <location filename="processing/algorithms/statistics.py" />
      <location filename="processing/draw_outputs.py" />
      <location filename="processing/query_table.py" />
      <location filename="processing/sheet_import.py" />
      <location filename="dialogs/export_dialog.py" />
      <location filename="dialogs/import_files.py" />
      <location filename="dialogs/monitoring_dock.py" />
      <source>Workbook</source>
      <translation>工作簿</translation>
    </message>
    <message>
      <location filename="processing/algorithms/blank_sheet.py" />
      <source>Writes the empty official sheet 附件1 for the townships, with drop-downs of the allowed values, phone and coordinate columns as text, and the notes.</source>
      <translation>为乡镇生成官方空白采集表（附件1），带规定选项的下拉列表，手机号和经纬度列为文本，并附备注。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/create_postgis_store.py" />
      <source>A PostgreSQL connection of QGIS. Login and password stay with it, best as a configuration of QGIS's authentication; the login must be allowed to make schemas and roles.</source>
      <translation>QGIS 中的 PostgreSQL 连接。账号和密码保存在该连接中，最好存为 QGIS 身份验证配置；该账号须有权创建模式和角色。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/create_postgis_store.py" />
      <source>Connection</source>
      <translation>连接</translation>
    </message>
    <message>
      <location filename="processing/algorithms/create_postgis_store.py" />
      <source>Create a store on a server</source>
      <translation>新建服务器库</translation>
    </message>
    <message>
      <location filename="processing/algorithms/create_postgis_store.py" />
      <source>Give it to other algorithms as {store}</source>
      <translation>在其他算法中写作 {store}</translation>
    </message>
    <message>
      <location filename="processing/algorithms/create_postgis_store.py" />
      <source>Makes a county's store in a PostgreSQL database with PostGIS, for several people at once. It has the tables, the history and the safeguards of a store in a file.
A schema can hold the stores of many counties: run it once for each. An existing store is never overwritten.</source>
      <translation>在装有 PostGIS 的 PostgreSQL 数据库中为一个县建库，供多人同时使用。数据表、修改历史和各项保护与单文件数据库相同。
一个模式可放多个县，每县运行一次。已有的数据库不会被覆盖。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/create_postgis_store.py" />
      <source>Schema</source>
      <translation>模式</translation>
    </message>
    <message>
      <location filename="processing/algorithms/create_postgis_store.py" />
      <location filename="processing/algorithms/create_store.py" />
      <location filename="processing/store_parameter.py" />
      <location filename="dialogs/open_store_dialog.py" />
      <source>Store</source>
      <translation>数据库</translation>
    </message>
    <message>
      <location filename="processing/algorithms/create_postgis_store.py" />
      <source>Where the tables go: up to 40 small letters, digits and _.</source>
      <translation>数据表所在的模式：不超过 40 个小写字母、数字和下划线。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/create_store.py" />
      <source>Create a store</source>
      <translation>新建数据库</translation>
    </message>
    <message>
      <location filename="processing/algorithms/create_store.py" />
      <source>Makes the GeoPackage that holds a county's collection points, their history, the products with their thresholds and the county's townships. It opens in plain QGIS with its own form and style.
An existing file is never overwritten.</source>
      <translation>新建一个 GeoPackage 文件，存放全县的采集点及其历史、各品种及规模标准、本县乡镇。用普通 QGIS 打开即有专用表单和样式。
不会覆盖已有文件。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/create_store.py" />
      <source>Where to make it. Keep it on a local disk, not in a synchronised folder.</source>
      <translation>保存位置。请放在本机磁盘，不要放在同步文件夹中。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_atlas.py" />
      <source>Atlas</source>
      <translation>图集</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_atlas.py" />
      <source>Atlas of distribution maps</source>
      <translation>产地分布图集</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_atlas.py" />
      <source>Divided by</source>
      <translation>分图方式</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_atlas.py" />
      <location filename="processing/algorithms/files_in_folder.py" />
      <location filename="processing/models.py" />
      <location filename="dialogs/open_store_dialog.py" />
      <location filename="dialogs/templates_dialog.py" />
      <source>Folder</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_atlas.py" />
      <source>Give one of the two.</source>
      <translation>请至少填写其中一项。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_atlas.py" />
      <source>Neither a file nor a folder is given for the atlas.</source>
      <translation>没有填写图集的保存位置（文件或文件夹）。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_atlas.py" />
      <source>One PDF for the contents and for each part. One of the two must be given.</source>
      <translation>目录和每个分图各存一个 PDF。文件和文件夹至少填写一项。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_atlas.py" />
      <source>One PDF with all pages.</source>
      <translation>全部页面存为一个 PDF。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_atlas.py" />
      <location filename="processing/algorithms/wall_map.py" />
      <source>Pages</source>
      <translation>页数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_atlas.py" />
      <source>Pages: {pages}; bases: {count}.</source>
      <translation>共 {pages} 页，基地 {count} 个。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_atlas.py" />
      <source>Prints the records that the query finds as an atlas: contents with totals, then for each product or each township a map at its own scale with index map and legend, and the list of its bases. Records without a point are listed too, those without a township or product in a part of their own. Phones are masked.</source>
      <translation>把查询到的记录印成图集：先是带合计的目录，再按产品或按乡镇逐一出图，每幅图按自身范围确定比例尺，附位置示意图、图例和基地清单。没有点位的记录同样列入清单，未填乡镇或产品的记录单独成图。电话号码均作隐藏处理。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_atlas.py" />
      <source>What has pages of its own. Records without it have theirs at the end.</source>
      <translation>按什么分图。缺这一项的记录排在最后单独成图。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_map.py" />
      <source>A project can only be saved for a layer that lies in a file.</source>
      <translation>只有来自文件的图层才能保存工程。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_map.py" />
      <source>Bases counted: {count}.</source>
      <translation>共统计 {count} 个基地。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_map.py" />
      <source>Choose the layer collection_point of a store as INPUT.</source>
      <translation>请把数据库中的 collection_point 图层选作 INPUT。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_map.py" />
      <location filename="dialogs/templates_dialog.py" />
      <source>Distribution map</source>
      <translation>分布图</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_map.py" />
      <source>Map</source>
      <translation>地图</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_map.py" />
      <location filename="processing/algorithms/statistics.py" />
      <source>Points on the map</source>
      <translation>图上点位数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_map.py" />
      <source>Points on the map: {count}.</source>
      <translation>图上共 {count} 个点位。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_map.py" />
      <source>Prints a map of the records that the query finds, with title, legend with counts, scale bar, north arrow, coordinate system, source, unit and date, as PDF, PNG or SVG. The map number (审图号) stays empty and the page is marked for internal use.</source>
      <translation>打印查询所得记录的分布图，含标题、带数量的图例、比例尺、指北针、坐标系、数据来源、制图单位和日期，保存为 PDF、PNG 或 SVG。审图号留空，并标明「内部工作用图」。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_map.py" />
      <source>Project</source>
      <translation>工程</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_map.py" />
      <source>QGIS project</source>
      <translation>QGIS 工程</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_map.py" />
      <source>The ending decides: .pdf, .png or .svg.</source>
      <translation>由扩展名决定格式：.pdf、.png 或 .svg。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/distribution_map.py" />
      <source>The same map as a project that opens in QGIS, its layer read from the store.</source>
      <translation>同一幅地图保存为可用 QGIS 打开的工程，图层直接读取数据库。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>A feature for each warning, also those without a point.</source>
      <translation>每条预警一个要素，没有点位的也在内。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>A gathering has so many failed samples at least; what is fewer stands alone.</source>
      <translation>一处聚集至少有这么多批不合格，不足的不算聚集。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>A page to print on A4; of long tables the first 200 rows.</source>
      <translation>可用 A4 打印的网页；长表只列前 200 行。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>A sheet for each table, with all rows.</source>
      <translation>每个表一张工作表，列出全部行。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>Come to market</source>
      <translation>即将上市</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>Days ahead</source>
      <translation>向后天数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>Days back</source>
      <translation>向前天数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>Failed samples in gatherings</source>
      <translation>聚集的不合格批次</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>Failed samples without place or day</source>
      <translation>没有点位或日期的不合格批次</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>Failed tests of so many days up to the day count.</source>
      <translation>计入截至该日这么多天内的不合格检测。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>Gatherings</source>
      <translation>聚集处数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>List</source>
      <translation>清单</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>Nothing is known of failed tests: INPUT is a copy.</source>
      <translation>不掌握检测不合格情况：输入图层是副本。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>Returned, past the deadline</source>
      <translation>退回逾期未改</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>Samples of a gathering</source>
      <translation>聚集最少批次</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>So far may one failed sample lie from the next.</source>
      <translation>相邻两批不合格之间的最大距离。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>So many days may lie between one failed sample and the next.</source>
      <translation>相邻两批不合格之间的最大间隔天数。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>Step of a gathering (days)</source>
      <translation>聚集间隔（天）</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>Step of a gathering (km)</source>
      <translation>聚集距离（公里）</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>Tells for a day what comes to market in the next days, what was not collected or corrected in time, and where failed tests gather in place and time, with what to do next, as a layer, a list and a page.
Coming are the records that the query finds in season on one of these days and not today; animals and fish have no market dates and are never coming. Overdue is what «What is due» and «Returned and overdue» say of the bases found.
Failed samples gather where steps of so many kilometres and days lead from one to the other. Of the query they are asked product and region only. Those of no known base, point or day are listed as well, with the reason. No phones.</source>
      <translation>列出某一天的预警：今后若干天即将上市的、逾期未采和退回逾期未改的、检测不合格在地点和时间上聚集的，并提示下一步工作；输出图层、清单和网页。
即将上市：当天未上市、今后若干天内按查询可查到上市的记录；畜产品、水产品不填上市时间，不作判断。逾期：与「采集到期情况」「退回逾期未改」对所查基地的判断一致。
不合格批次相距、相隔不超过所设公里数和天数的逐一相连为聚集。查询条件中，不合格批次只看产品和区域。没有基地、点位或日期的也列出并说明原因。不含电话。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>Warnings</source>
      <translation>预警</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>What comes to market in so many days.</source>
      <translation>这么多天内开始上市的。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>Where results of tests are kept; empty for the store of the input.</source>
      <translation>保存检测结果的数据库；留空为输入图层所在的数据库。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/early_warning.py" />
      <source>{day}: come to market {COMING}, not collected in time {OVERDUE}, returned and overdue {RETURNED}, failed samples {FAILED}, gatherings {GATHERINGS}.</source>
      <translation>{day}：即将上市 {COMING}，逾期未采 {OVERDUE}，退回逾期未改 {RETURNED}，不合格批次 {FAILED}，聚集 {GATHERINGS} 处。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_contacts.py" />
      <source>Code or name of a division; only its offices and those below. Empty for all.</source>
      <translation>区划代码或名称，只含该区划及其下级的单位；留空为全部。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_contacts.py" />
      <source>Contact sheet</source>
      <translation>联系方式表</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_contacts.py" />
      <source>Contacts exported</source>
      <translation>导出的联系方式</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_contacts.py" />
      <source>Export contacts (附件2)</source>
      <translation>导出联系方式（附件2）</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_contacts.py" />
      <source>Levels</source>
      <translation>级别</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_contacts.py" />
      <source>Only offices of these levels; none for all.</source>
      <translation>只含这些级别的单位；不选为全部。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_contacts.py" />
      <location filename="processing/query_parameters.py" />
      <location filename="dialogs/query_form.py" />
      <source>Region</source>
      <translation>地区</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_contacts.py" />
      <location filename="processing/algorithms/export_sheet.py" />
      <source>Where to write it; an existing file is replaced only when all is well.</source>
      <translation>保存位置；全部成功后才替换已有文件。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_contacts.py" />
      <source>Writes the official sheet 附件2: the offices and people in charge, from the province down to the townships. It holds phones in full; that it was written is kept in the store.</source>
      <translation>生成官方表附件2：省、市、县、乡(镇)各级牵头单位和人员。表中有完整电话号码，导出一事记入数据库。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_contacts.py" />
      <source>{count} contacts exported.</source>
      <translation>已导出 {count} 条联系方式。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <source>A QGIS expression; empty for all.</source>
      <translation>QGIS 表达式；留空为全部。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <source>Each record held back, with its reasons.</source>
      <translation>每条未导出的记录及其原因。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <location filename="dialogs/export_dialog.py" />
      <source>Export the collection sheet</source>
      <translation>导出采集表</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <source>Held back</source>
      <translation>未导出</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <location filename="dialogs/export_dialog.py" />
      <source>Internal, complete</source>
      <translation>内部使用，完整</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <source>Its scale is 0: the base has stopped. The sheet cannot say so.</source>
      <translation>规模为 0，表示基地已停止种养；采集表无法填报这种情况。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <source>List of what was held back</source>
      <translation>未导出清单</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <source>National platform</source>
      <translation>上报国家平台</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <source>Not approved yet (status: {status}).</source>
      <translation>尚未审核通过（状态：{status}）。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <source>Only records that meet</source>
      <translation>仅限符合条件的记录</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <source>Public, without phones</source>
      <translation>公开，不含电话</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <source>Purpose</source>
      <translation>用途</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <location filename="dialogs/export_dialog.py" />
      <source>Reasons</source>
      <translation>原因</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <source>Records exported</source>
      <translation>已导出记录数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <location filename="dialogs/export_dialog.py" />
      <source>Records exported: {exported}, held back: {held}.</source>
      <translation>已导出 {exported} 条记录，未导出 {held} 条。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <source>Records held back</source>
      <translation>未导出记录数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <source>Save or discard them, then export again.</source>
      <translation>请先保存或放弃这些编辑，然后再导出。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <location filename="dialogs/export_dialog.py" />
      <location filename="dialogs/findings_view.py" />
      <source>Sheet</source>
      <translation>采集表</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <source>Table of what was held back</source>
      <translation>未上报记录的列表</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <source>The same as a table, with the record numbers, one row for each record.</source>
      <translation>同样的内容做成列表，带记录编号，每条记录一行。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <source>What the sheet is for; it decides what goes into it.</source>
      <translation>采集表的用途，决定其内容。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <source>Writes the official sheet 附件1.
For the platform: only approved records without errors, the latest period of each base that was collected; what is held back is listed with the reasons, bases that have stopped too. Internal: every record, with hidden columns that bring it back unchanged. Public: no phones, names masked, points rounded to about 50 m.
That a sheet with phones was written is kept in the store.</source>
      <translation>写出官方采集表（附件1）。
上报国家平台：只含审核通过且没有错误的记录，取每个基地最近已采集的一期；未导出的列出原因，已停止种养的基地也列出。内部使用：全部记录，并带隐藏列，可原样导回。公开：不含电话，姓名遮盖，点位精度约 50 米。
导出含手机号的表会记入数据库。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/export_sheet.py" />
      <location filename="processing/algorithms/random_sample.py" />
      <location filename="processing/algorithms/roll_forward.py" />
      <location filename="dialogs/asking.py" />
      <source>{layer} has edits that are not saved.</source>
      <translation>{layer} 有未保存的编辑。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>A new or empty folder. Plain letters and digits in its name, such as field_1201, work on every device.</source>
      <translation>新的或空的文件夹。文件夹名只用英文字母和数字（如 field_1201），各种设备都能识别。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>An MBTiles file of pictures; it is copied into the folder.</source>
      <translation>图片瓦片的 MBTiles 文件，会复制到外业包中。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>Choose a new folder for the package.</source>
      <translation>请为外业包选择新的文件夹。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>Choose another folder, on a disk with room.</source>
      <translation>请另选有足够空间的磁盘上的文件夹。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>Filled into new records.</source>
      <translation>填入新记录。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>Folder of the package</source>
      <translation>外业包文件夹</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>Make one with «Generate XYZ tiles (MBTiles)» of QGIS.</source>
      <translation>可用 QGIS 的「生成 XYZ 瓦片(MBTiles)」制作。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>Makes a folder that QField opens on a phone or tablet: a project, the records asked for with form, lists and styles, an offline basemap, and a page for the collector. Of each base it holds the round last collected and the one to be worked on.
Names and phones stand in it, which is kept in the store; earlier versions, people and inspections stay at home. «Merge what comes back» brings the work into the store.</source>
      <translation>生成一个可在手机或平板的 QField 中打开的文件夹：工程文件，所查询的记录及其表单、选项和样式，离线底图，以及给采集人员的一页说明。每个基地包含最近已采集的一期和待采集的一期。
包中有姓名和手机号，这一导出会记入数据库；历史版本、人员、检查结果不带出。外业成果用「合并回传数据」并入数据库。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>Map tiles</source>
      <translation>地图瓦片</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>Mobile of who collects</source>
      <translation>采集人员手机</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>Named in what is collected and edited; empty for the operator of the settings.</source>
      <translation>写入其采集和修改的记录；留空则为设置中的操作人。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>Number of the package</source>
      <translation>外业包编号</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>Offline basemap</source>
      <translation>离线底图</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>Package for the field</source>
      <translation>制作外业包</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>Records packaged</source>
      <translation>打包记录数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>Records packaged: {count}, into {folder}.</source>
      <translation>已打包 {count} 条记录到 {folder}。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>Save or discard them in QGIS, then make the package.</source>
      <translation>请先在 QGIS 中保存或放弃，再制作外业包。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>The name of the folder {name} is not in plain letters; give it another one before you copy it to a device, such as field_{day}.</source>
      <translation>文件夹名“{name}”不是英文字母和数字；复制到设备之前请改名，如 field_{day}。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>Who collects</source>
      <translation>采集人员</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <location filename="processing/field_readme.py" />
      <source>{county}: collecting in the field</source>
      <translation>{county}外业采集</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>{file} is not an MBTiles file.</source>
      <translation>{file} 不是 MBTiles 文件。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/field_package.py" />
      <source>{path} is not empty, and is left as it is.</source>
      <translation>{path} 不是空的，未作改动。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/files_in_folder.py" />
      <source>Before each name</source>
      <translation>文件名前缀</translation>
    </message>
    <message>
      <location filename="processing/algorithms/files_in_folder.py" />
      <source>Copies files into one folder under the names given; endings stay. The last step of a model: in it, results of the steps before are chosen as files. A file of the same name is replaced, but never a store nor one of the files copied.</source>
      <translation>把文件按所给名称复制到一个文件夹，扩展名不变。用作模型的最后一步：文件选前面各步的结果。同名文件会被替换，但不会替换数据库和被复制的文件本身。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/files_in_folder.py" />
      <location filename="dialogs/undo_dialog.py" />
      <source>Files</source>
      <translation>文件</translation>
    </message>
    <message>
      <location filename="processing/algorithms/files_in_folder.py" />
      <location filename="processing/models.py" />
      <source>Files into a folder</source>
      <translation>成果归集到文件夹</translation>
    </message>
    <message>
      <location filename="processing/algorithms/files_in_folder.py" />
      <source>Give one name for each file, each in a line of its own.</source>
      <translation>每个文件给一个名称，每行一个。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/files_in_folder.py" />
      <source>It is made where there is none.</source>
      <translation>没有时新建。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/files_in_folder.py" />
      <source>Names</source>
      <translation>名称</translation>
    </message>
    <message>
      <location filename="processing/algorithms/files_in_folder.py" />
      <source>Number of files</source>
      <translation>文件数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/files_in_folder.py" />
      <source>One in each line, without an ending, as many as files and in their order.</source>
      <translation>每行一个，不带扩展名，个数和顺序与文件一致。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/files_in_folder.py" />
      <source>Run the step that makes it again.</source>
      <translation>请重新运行生成它的步骤。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/files_in_folder.py" />
      <source>Sheets, pages and maps that other steps made.</source>
      <translation>其他步骤生成的表格、网页和地图。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/files_in_folder.py" />
      <source>Such as the month.</source>
      <translation>例如月份。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/files_in_folder.py" />
      <source>There are {files} files and {names} names.</source>
      <translation>文件有 {files} 个，名称有 {names} 个。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/files_in_folder.py" />
      <source>{count} files in {folder}.</source>
      <translation>{folder} 中有 {count} 个文件。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/freshness.py" />
      <source>A table: how many are fresh, due and overdue in each township and village.</source>
      <translation>表格：各乡(镇)、村未到期、到期和逾期的记录数。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/freshness.py" />
      <source>Counts by village</source>
      <translation>按村统计</translation>
    </message>
    <message>
      <location filename="processing/algorithms/freshness.py" />
      <source>One feature for each record, also those without a point; the most urgent first.</source>
      <translation>每条记录一个要素，包括没有点位的记录；最紧急的在前。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/freshness.py" />
      <source>Records due</source>
      <translation>到期记录数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/freshness.py" />
      <source>Records fresh</source>
      <translation>未到期记录数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/freshness.py" />
      <location filename="processing/algorithms/overdue_returns.py" />
      <source>Records overdue</source>
      <translation>逾期记录数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/freshness.py" />
      <source>Tells of the latest period of each base and product whether it is fresh, due or overdue on a day. Animals and fish are collected each month; crops each planting, from the time of the year at which the crop before was planted until it comes to market. The interval of each product stands in the table product.
A draft without a scale was opened but not collected. A return past its deadline is overdue. A base whose scale is 0 has stopped: nothing is due.</source>
      <translation>判断每个基地每种产品的最近一期在某一天是未到期、到期还是逾期。畜禽、水产按月采集；种植业每茬采集，从上一茬移栽定植的同一时节起，到上市前为止。各产品的采集频次见表 product。
没有规模的草稿表示已建草稿但尚未采集。退回后超过整改期限的为逾期。规模为 0 表示基地已停止种养，无需采集。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/freshness.py" />
      <source>What is due</source>
      <translation>采集到期情况</translation>
    </message>
    <message>
      <location filename="processing/algorithms/freshness.py" />
      <source>{day}: overdue {OVERDUE}, due {DUE}, fresh {FRESH}.</source>
      <translation>{day}：逾期 {OVERDUE} 条，到期 {DUE} 条，未到期 {FRESH} 条。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>Change</source>
      <translation>变更</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>Changed at</source>
      <translation>修改时间</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>Changed by</source>
      <translation>修改人</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>Changes</source>
      <translation>变更</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>Else names, phones and remarks of persons are hidden. That they were shown is kept in the store.</source>
      <translation>不勾选则遮盖个人姓名、手机号和备注；勾选会记入数据库。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>Exchange the two.</source>
      <translation>请对调二者。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>From version</source>
      <translation>起始版本</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>Give one of both.</source>
      <translation>请只填其中一项。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>Inclusive; empty for now.</source>
      <translation>含当日；不填则到现在。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>Instead of a day: the version of each record that is compared.</source>
      <translation>不用日期时：各记录被对比的版本号。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>Instead of a day: the version of each record to compare with.</source>
      <translation>不用日期时：各记录作为对比基准的版本号。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <location filename="dialogs/people_dialog.py" />
      <location filename="dialogs/person_editor.py" />
      <source>Last day</source>
      <translation>截止日期</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>Lists what changed in the records between two dates or two versions: one feature for each value that is another one now, old and new side by side, with who changed it last and when. Records that were added or deleted stand there too; deleted ones where all records of the store are asked for.
Edits that are not saved yet do not count.</source>
      <translation>列出两个日期或两个版本之间记录的变更：每个变动的值一行，新旧值并列，并注明最后由谁、何时修改。新增和删除的记录也会列出；删除的记录只在对全库查询时列出。
未保存的编辑不计入。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>New value</source>
      <translation>新值</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>Old value</source>
      <translation>原值</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>One feature for each change, on the record's point where it has one.</source>
      <translation>每处变更一个要素；记录有点位的落在点位上。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <location filename="processing/algorithms/merge_stores.py" />
      <location filename="processing/sheet_import.py" />
      <source>Records added</source>
      <translation>新增记录</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>Records deleted</source>
      <translation>删除记录数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>Records that differ</source>
      <translation>有变更的记录数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>Records that differ: {RECORDS}, of these added: {ADDED}, deleted: {DELETED}. Changes: {CHANGES}.</source>
      <translation>{RECORDS} 条记录有变更，其中新增 {ADDED} 条、删除 {DELETED} 条，共 {CHANGES} 处变更。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>Show names and phones in full</source>
      <translation>完整显示姓名和手机号</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>Such as 2026-11-01; empty for the beginning.</source>
      <translation>例如 2026-11-01；不填则从最早算起。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>The end lies before the beginning.</source>
      <translation>截止早于起始。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>To version</source>
      <translation>截止版本</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>What changed</source>
      <translation>变更对比</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <location filename="dialogs/import_work.py" />
      <source>added</source>
      <translation>新增</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>changed</source>
      <translation>修改</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>deleted</source>
      <translation>删除</translation>
    </message>
    <message>
      <location filename="processing/algorithms/history.py" />
      <source>{parameter}: a day and a version are given.</source>
      <translation>{parameter}：同时给出了日期和版本。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_contacts.py" />
      <source>Code or name of the division of those offices whose name does not begin with it, such as 360826100 or 澄江镇. Empty: the township that the title, the sheet or the file names.</source>
      <translation>单位名称不以区划名开头时所属的区划，填代码或名称，如 360826100 或 澄江镇。留空则取工作表名、标题或文件名中的乡(镇)。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_contacts.py" />
      <source>Contact sheets</source>
      <translation>联系方式表</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_contacts.py" />
      <source>Import contacts (附件2)</source>
      <translation>导入联系方式（附件2）</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_contacts.py" />
      <source>Reads sheets of 附件2, the offices and people in charge at each level, and brings them into the store: all rows or, on any error, none.
An office is known by its division and name, its rows by the people in them. A bad cell never loses its row: its text goes into the remarks and is listed. An empty cell never empties a value, and what is not in the sheet stays.</source>
      <translation>读取附件2，即各级牵头单位和人员的联系方式，写入数据库：要么全部写入，一旦出错则一条不写。
单位按区划和名称识别，同一单位的各行按人员区分。某个单元格有错不会丢掉整行：其原文记入备注并列出。空单元格不会清空已有内容，表中没有的单位保持不变。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_contacts.py" />
      <source>Region of the offices</source>
      <translation>单位所属区划</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_inspections.py" />
      <source>A table of the rows that were not joined, with the producers proposed.</source>
      <translation>未能关联的各行，附可能的主体。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_inspections.py" />
      <source>All results of the store that belong to a base, on its point.</source>
      <translation>数据库中已关联到基地的全部结果，落在基地点位上。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_inspections.py" />
      <source>Earlier results joined now</source>
      <translation>本次补关联的以往结果</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_inspections.py" />
      <location filename="dialogs/basemap_editor.py" />
      <location filename="dialogs/findings_view.py" />
      <location filename="dialogs/import_files.py" />
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_inspections.py" />
      <source>Import inspections and tests</source>
      <translation>导入检查和检测结果</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_inspections.py" />
      <source>Reads sheets of laboratories and inspectors: date, producer, product, place, item and result under whatever headers they use. All rows are kept, or, on any error, none.
A result is joined to the producer of the same name, and to its base and record where there is just one. Names that are nearly the same are only proposed. What is not joined is kept and listed, and joined by a later import once the store has the producer. Importing a sheet twice changes nothing.</source>
      <translation>读取检测机构和检查人员的结果表：日期、主体、产品、地点、项目、结果，表头叫法不限。所有行都保留；一旦出错则一条不写。
结果按名称关联到主体，基地和记录唯一时一并关联。名称相近的只作建议。未关联的保留并列出，待主体入库后由以后的导入补关联。同一张表导入两次不会有任何变化。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_inspections.py" />
      <source>Results on the map</source>
      <translation>结果点位</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_inspections.py" />
      <source>Results without a producer</source>
      <translation>未关联的结果</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_inspections.py" />
      <location filename="dialogs/findings_view.py" />
      <location filename="dialogs/import_columns.py" />
      <source>Row</source>
      <translation>行</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_inspections.py" />
      <source>Rows without a producer</source>
      <translation>未关联的行数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_inspections.py" />
      <source>Sheets of results</source>
      <translation>结果表</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_inspections.py" />
      <location filename="processing/sheet_import.py" />
      <source>Worksheet</source>
      <translation>工作表</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_inspections.py" />
      <source>{count} results of earlier imports were joined.</source>
      <translation>补关联了以往导入的 {count} 条结果。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_inspections.py" />
      <source>{count} rows were not joined to a producer.</source>
      <translation>{count} 行未关联到主体。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_sheet.py" />
      <location filename="dialogs/import_options.py" />
      <source>2023-06 for animals and fish, 2023-1 for the first crop of a year. Empty: crops take it from the market dates, animals and fish from 填报日期, else this month.</source>
      <translation>畜产品和水产品填 2023-06，一年第一茬填 2023-1。留空：种植产品取上市时间，畜产品和水产品取填报日期，没有则取本月。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_sheet.py" />
      <location filename="dialogs/import_files.py" />
      <source>Collection sheets</source>
      <translation>采集表</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_sheet.py" />
      <source>Coordinate system of the sheet</source>
      <translation>采集表的坐标系</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_sheet.py" />
      <source>Corrected headers</source>
      <translation>更正的表头</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_sheet.py" />
      <source>Counts of each file (JSON)</source>
      <translation>各文件的计数（JSON）</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_sheet.py" />
      <location filename="processing/algorithms/merge_stores.py" />
      <location filename="processing/algorithms/roll_forward.py" />
      <location filename="processing/algorithms/undo_import.py" />
      <source>Import batch</source>
      <translation>导入批次</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_sheet.py" />
      <location filename="dialogs/import_dialog.py" />
      <source>Import collection sheets</source>
      <translation>导入采集表</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_sheet.py" />
      <source>JSON for columns whose header misleads: for a file, a sheet or «file!sheet» the header, column letter or header cell, and the column of the store that it is. An empty text leaves it out; «remarks» keeps it in the remarks. Example: </source>
      <translation>用 JSON 更正容易认错的列：按文件、工作表或“文件!工作表”，写表头、列标或表头单元格，以及它对应的数据库列。空文本表示不导入，“remarks”表示写入备注。例：</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_sheet.py" />
      <location filename="processing/query_parameters.py" />
      <location filename="dialogs/import_options.py" />
      <location filename="dialogs/query_form.py" />
      <source>Period</source>
      <translation>采集期</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_sheet.py" />
      <source>Reads township sheets as they come, puts right what is beyond doubt, and brings the rows into the store: all of them or, on any error, none.
A bad cell never loses its row: it stays empty in a draft, and the marked-up workbook tells the township what to do. Rows that could be the same record as another one are refused and listed. Importing a file twice changes nothing.
An empty cell never empties a value of the store.</source>
      <translation>按乡镇报来的原样读取采集表，确有把握的自动改正，把各行收入数据库：要么全部写入，一旦出错则一条不写。
一个单元格有误不会丢掉整行：该格留空，整行作为草稿，标注表告诉乡镇怎么改。可能与其他记录相同的行予以拒收并列出。同一文件重复导入不会改变任何内容。
空单元格不会清空数据库中已有的值。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/import_sheet.py" />
      <source>What the coordinates were taken with; nothing is guessed. GCJ-02 and BD-09 are turned into CGCS2000 and the original pair is kept.</source>
      <translation>坐标是用什么采集的；本插件不作猜测。GCJ-02 和 BD-09 换算为 CGCS2000，并保留原坐标。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Answered list</source>
      <translation>已答复的清单</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Answers that belong to nothing any more: {count}.</source>
      <translation>有 {count} 条答复已对不上任何分歧（数值后来又变了）。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Base, ours and theirs of each field that both sides changed, what was deleted, and what may be there twice. Phones stand in it in full, which is kept in the store.</source>
      <translation>列出双方都改过的每个字段的原值、本库值和对方值，以及被删除的、可能重复的记录。其中手机号是完整的，这一导出会记入数据库。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Brings what was collected with field packages, or in townships' own stores, into the store: all of it or, on any error, nothing. Each field is compared with what it was when it was packaged, with the store and with what comes.
What only one side changed is taken. What both changed stays as it is and is listed: write 本库 or 对方 into the list and give it as answers. Deletions are only proposed. Merging a package again changes nothing, and the order of packages does not matter.
An approved record that was edited waits for its review again. «Undo an import» takes a merge back.</source>
      <translation>把外业包或乡镇自有数据库中采集的内容并入数据库：要么全部并入，要么（出错时）一条也不动。每个字段都比较打包时的值、本库现值和对方的值。
只有一方改过的，采用改过的值；双方都改过的，保持本库不变并列入清单：在清单中填“本库”或“对方”，再作为答复交回。删除只作建议。重复合并同一个包不会有变化，一次合并多个包与先后顺序无关。
已通过的记录在外业修改后重新待审核。合并可用「撤销导入」撤回。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Choose what came back from the field.</source>
      <translation>请选择外业带回的文件。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Decided</source>
      <translation>已定</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Deletions proposed</source>
      <translation>建议删除数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Disagreements left to a person</source>
      <translation>待定分歧数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Disagreements: {CONFLICTS}; deletions proposed: {DELETIONS}. The list says what to do.</source>
      <translation>分歧 {CONFLICTS} 处；建议删除 {DELETIONS} 条。清单中写明了如何处理。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <location filename="processing/sheet_import.py" />
      <source>Do everything but write into the store: the counts tell what would happen.</source>
      <translation>除写入数据库外全部照做，从各项行数可预知导入结果。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Keep ours</source>
      <translation>保留本库</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Keep ours and list it</source>
      <translation>保留本库并列入清单</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>List of disagreements</source>
      <translation>分歧清单</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Merge what comes back</source>
      <translation>合并回传数据</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Only tried: nothing was merged.</source>
      <translation>仅试合并：没有写入任何内容。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Records left to a person</source>
      <translation>待人工处理记录数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Records read</source>
      <translation>读取记录数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Records read: {READ} = added {ADDED} + updated {UPDATED} + unchanged {UNCHANGED} + left to a person {LEFT}.</source>
      <translation>读取 {READ} 条记录 = 新增 {ADDED} + 更新 {UPDATED} + 未变 {UNCHANGED} + 待人工处理 {LEFT}。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Records unchanged</source>
      <translation>未变记录数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <location filename="processing/sheet_import.py" />
      <source>Records updated</source>
      <translation>更新记录</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Save or discard them in QGIS, then merge.</source>
      <translation>请先在 QGIS 中保存或放弃，再合并。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Table of disagreements</source>
      <translation>分歧表</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Take theirs</source>
      <translation>采用对方</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>The GeoPackages of field packages (origin_trace.gpkg), or other stores.</source>
      <translation>外业包中的 GeoPackage（origin_trace.gpkg），或其他数据库。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>The list of an earlier merge of the same packages, with 本库 or 对方 filled in.</source>
      <translation>此前合并同样这些包时得到的清单，已填入“本库”或“对方”。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>The same list as a table, with names and phones hidden.</source>
      <translation>同样内容的表，隐去姓名和手机号。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>The store cannot be merged into itself.</source>
      <translation>数据库不能并入自身。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Theirs is taken only where all that came say the same. All of it is listed.</source>
      <translation>只有各方说法一致时才采用对方；全部都会列入清单。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>Try the merge only</source>
      <translation>仅试合并</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>What both changed</source>
      <translation>双方都改过的</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>What comes back</source>
      <translation>回传数据</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>{file} has columns that are not merged: {names}</source>
      <translation>{file} 有未合并的字段：{names}</translation>
    </message>
    <message>
      <location filename="processing/algorithms/merge_stores.py" />
      <source>{file} has records without a number, which are left out: {count}</source>
      <translation>{file} 有 {count} 条没有记录编号的记录，未合并</translation>
    </message>
    <message>
      <location filename="processing/algorithms/monitoring.py" />
      <source>A page with the same figures that can be printed on A4.</source>
      <translation>同样数字的网页，可用 A4 纸打印。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/monitoring.py" />
      <source>Counts by township and product, and by village, how far the collecting is, and what has changed against the last day of the month before, which is read from the history of the store. Who is late is listed by collector.</source>
      <translation>按乡(镇)和产品、按村统计采集进度，以及与上月末相比的增减；上月末的情况按数据库的修改历史还原。逾期情况按信息采集员列出。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/monitoring.py" />
      <location filename="processing/models.py" />
      <location filename="dialogs/commands.py" />
      <location filename="dialogs/monitoring_dock.py" />
      <source>Monitoring</source>
      <translation>监测</translation>
    </message>
    <message>
      <location filename="processing/algorithms/monitoring.py" />
      <source>Sheets by township, product and village, with charts; no phones.</source>
      <translation>按乡(镇)、产品和村分表，带图表；不含电话。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/overdue_returns.py" />
      <source>A table with one row for each return.</source>
      <translation>一次退回一行的表。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/overdue_returns.py" />
      <source>A table with the number of each collector.</source>
      <translation>每名信息采集员的逾期条数表。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/overdue_returns.py" />
      <source>Also what was corrected too late</source>
      <translation>包括超过期限才改正的</translation>
    </message>
    <message>
      <location filename="processing/algorithms/overdue_returns.py" />
      <source>Corrected on</source>
      <translation>改正日期</translation>
    </message>
    <message>
      <location filename="processing/algorithms/overdue_returns.py" />
      <source>Corrected too late</source>
      <translation>超期改正</translation>
    </message>
    <message>
      <location filename="processing/algorithms/overdue_returns.py" />
      <source>Corrected too late: {count}.</source>
      <translation>超期改正 {count} 条。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/overdue_returns.py" />
      <source>Lists the returned records whose deadline has passed and that were not submitted again, by collector: the figures for the performance review. The last day itself is still in time.
If asked for, also the returns that were corrected too late, as the history of the store tells, each with the day on which it came again.</source>
      <translation>按采集员列出超过整改期限仍未重新提交的退回记录，作为绩效考核的依据。期限当天不算逾期。
可选：同时列出超过期限才改正的退回（依据数据库的修改历史），并注明重新提交的日期。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/overdue_returns.py" />
      <source>Overdue returns</source>
      <translation>退回逾期未改记录</translation>
    </message>
    <message>
      <location filename="processing/algorithms/overdue_returns.py" />
      <source>Overdue returns by collector</source>
      <translation>各信息采集员逾期情况</translation>
    </message>
    <message>
      <location filename="processing/algorithms/overdue_returns.py" />
      <source>Returned and overdue</source>
      <translation>退回逾期未改</translation>
    </message>
    <message>
      <location filename="processing/algorithms/overdue_returns.py" />
      <source>Returned records overdue: {count}.</source>
      <translation>{count} 条退回记录逾期未改。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/overdue_returns.py" />
      <source>Returns that came again after their deadline; looks through the whole history.</source>
      <translation>退回后超过整改期限才重新提交的记录；需要查阅全部修改历史。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/overdue_returns.py" />
      <location filename="dialogs/review_groups.py" />
      <source>Without a collector</source>
      <translation>未填信息采集员</translation>
    </message>
    <message>
      <location filename="processing/algorithms/overdue_returns.py" />
      <source>{collector}: overdue {count}, days over at most {days}.</source>
      <translation>{collector}：逾期 {count} 条，最长 {days} 天。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/overdue_returns.py" />
      <source>{record}: returned without a deadline that can be read.</source>
      <translation>{record}：已退回，但整改期限为空或无法识别。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/query_points.py" />
      <source>A layer with all columns of the records found.</source>
      <translation>含所得记录全部列的图层。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/query_points.py" />
      <source>Query records</source>
      <translation>查询记录</translation>
    </message>
    <message>
      <location filename="processing/algorithms/query_points.py" />
      <location filename="processing/query_table.py" />
      <source>Query result</source>
      <translation>查询结果</translation>
    </message>
    <message>
      <location filename="processing/algorithms/query_points.py" />
      <location filename="processing/algorithms/statistics.py" />
      <source>Records found</source>
      <translation>查得记录数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/query_points.py" />
      <source>Records found: {count}.</source>
      <translation>查得 {count} 条记录。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/query_points.py" />
      <source>Selects records by product, region, scale, market season and status, the latest period of each base that was collected unless a period is given. The same query makes the map.
Phones are masked in the table unless they are asked for in full.</source>
      <translation>按产品、规模、地区、上市时间和状态查询记录；未指定采集期时取每个基地最近已采集的一期。同样的条件可用来制图。
表格中的电话已遮盖，除非要求给出完整号码。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/random_sample.py" />
      <source>Draw from the store's own layer, or import them first.</source>
      <translation>请从数据库自己的图层抽取，或先导入这些记录。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/random_sample.py" />
      <source>Draws producers to be inspected and inspectors to go there, both by lot. A producer counts once, however many bases it has; which base is visited is drawn too. Inspectors are taken from the list of people; nobody is sent to a township barred to them, to records of their own or to a producer that they have to do with.
Lots are made from the seed and the frame: the same seed and frame give the same draw on any computer. Draw, seed and frame are kept in the store and cannot be changed; the same draw is kept once. Each team gets the order of its way.</source>
      <translation>随机抽取检查对象（种养殖主体）和检查人员。一个主体不论有几个基地只算一个，到哪个基地检查也由抽签决定。检查人员取自人员表；不派往其回避的乡镇，也不检查本人采集、监管的记录和与本人有关的主体。
签号由随机种子和抽样框算出：种子和抽样框相同，在任何电脑上抽取结果都相同。抽取结果、种子和抽样框存入数据库，不能更改；相同的抽取只存一次。每组给出路线顺序。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/random_sample.py" />
      <location filename="processing/algorithms/verify_draw.py" />
      <source>Number of the draw</source>
      <translation>抽取编号</translation>
    </message>
    <message>
      <location filename="processing/algorithms/random_sample.py" />
      <source>Points by team with their number on the way; also those without a point.</source>
      <translation>按检查组显示的点位，标有路线顺序；没有点位的也列入。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/random_sample.py" />
      <source>Producers drawn</source>
      <translation>抽中的主体</translation>
    </message>
    <message>
      <location filename="processing/algorithms/random_sample.py" />
      <source>Random inspection</source>
      <translation>“双随机”抽查</translation>
    </message>
    <message>
      <location filename="processing/algorithms/random_sample.py" />
      <source>SHA-256 of the frame</source>
      <translation>抽样框 SHA-256 校验值</translation>
    </message>
    <message>
      <location filename="processing/algorithms/random_sample.py" />
      <source>Save or discard them, then draw again.</source>
      <translation>请保存或放弃修改，再抽取。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/random_sample.py" />
      <location filename="processing/draw_parameters.py" />
      <source>Seed</source>
      <translation>随机种子</translation>
    </message>
    <message>
      <location filename="processing/algorithms/random_sample.py" />
      <source>The draw {id} of {time} (UTC) had this seed, with another frame.</source>
      <translation>{time}（UTC）的抽取 {id} 用过这个种子，但抽样框不同。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/random_sample.py" />
      <source>This draw was made before, on {time} (UTC) by {operator}; it is kept once.</source>
      <translation>这次抽取已由 {operator} 于 {time}（UTC）完成，不再重复存储。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/random_sample.py" />
      <source>Where people are listed and draws kept; empty for the store of the input.</source>
      <translation>登记人员和保存抽取结果的数据库；不填则为输入图层所在的数据库。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/random_sample.py" />
      <source>{DRAWN} producers drawn. Draw {DRAW}, seed {SEED}.</source>
      <translation>抽中主体 {DRAWN} 个。抽取编号 {DRAW}，随机种子 {SEED}。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/random_sample.py" />
      <source>{count} of the records are not in the store.</source>
      <translation>有 {count} 条记录不在数据库中。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/random_sample.py" />
      <source>{count} producers drawn or inspected since then are left out.</source>
      <translation>已剔除此后抽取或检查过的主体 {count} 个。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/random_sample.py" />
      <source>{count} records name no producer and cannot be drawn.</source>
      <translation>有 {count} 条记录没有填写主体名称，不能抽取。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/random_sample.py" />
      <source>{count} records with a scale of 0 are left out.</source>
      <translation>规模为 0 的记录 {count} 条，已剔除。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/restore_version.py" />
      <source>Bring back a version</source>
      <translation>恢复历史版本</translation>
    </message>
    <message>
      <location filename="processing/algorithms/restore_version.py" />
      <source>Brings a record, also a deleted one, back to an earlier version. The history stays: the values of then become its newest version. Where the record stands in its review it stays, but an approved one is submitted again.</source>
      <translation>把一条记录（包括已删除的）恢复到以前的版本。修改历史保持不变：当时的内容成为最新一版。审核状态保持不变，但已审核通过的会变为已提交，重新审核。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/restore_version.py" />
      <source>Number of the new version</source>
      <translation>新版本号</translation>
    </message>
    <message>
      <location filename="processing/algorithms/restore_version.py" />
      <source>Record number</source>
      <translation>记录编号</translation>
    </message>
    <message>
      <location filename="processing/algorithms/restore_version.py" />
      <source>Status of the record</source>
      <translation>记录的审核状态</translation>
    </message>
    <message>
      <location filename="processing/algorithms/restore_version.py" />
      <source>The number of the record, as the list of changes names it.</source>
      <translation>记录编号，见变更列表。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/restore_version.py" />
      <source>The version whose values come back.</source>
      <translation>要恢复的版本号。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/restore_version.py" />
      <source>Version</source>
      <translation>版本</translation>
    </message>
    <message>
      <location filename="processing/algorithms/restore_version.py" />
      <source>{record} is as in version {old} again, as version {new}; status: {status}.</source>
      <translation>{record} 已恢复为第 {old} 版的内容，成为第 {new} 版；审核状态：{status}。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/review.py" />
      <source>A table of the records that stayed as they were, with the reasons.</source>
      <translation>保持不变的记录及其原因。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/review.py" />
      <location filename="dialogs/review_panel.py" />
      <source>Approve</source>
      <translation>通过</translation>
    </message>
    <message>
      <location filename="processing/algorithms/review.py" />
      <location filename="dialogs/return_question.py" />
      <source>Deadline</source>
      <translation>整改期限</translation>
    </message>
    <message>
      <location filename="processing/algorithms/review.py" />
      <source>Decision</source>
      <translation>审核操作</translation>
    </message>
    <message>
      <location filename="processing/algorithms/review.py" />
      <source>Drafts and returned records are submitted; submitted ones are approved, or returned with a reason and a deadline. An approval can be taken back; an edit of an approved record does that by itself.
A record is submitted once it is complete, and approved where it has no error, where its point was confirmed on site if it came from a sheet, and by somebody else than its collector. Where the store lists reviewers, only they approve or return; an agency needs a confidentiality agreement in force, an enterprise submits its own records only. Records that may not go there stay as they are and are listed with their reasons.</source>
      <translation>草稿和已退回的记录可以提交；已提交的记录可以审核通过，或写明原因和整改期限退回。通过可以撤回；已通过的记录一经修改，自动回到待审核。
必填项和点位齐全才能提交；没有错误、由表格导入的点位已经实地核对、且审核人不是该记录的信息采集员，才能通过。库中列有审核人员时，只有审核人员能通过或退回；第三方机构须有有效的保密协议，企业只能提交本主体的记录。不符合条件的记录保持不变，并逐条列出原因。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/review.py" />
      <location filename="dialogs/record_page.py" />
      <source>New record</source>
      <translation>新记录</translation>
    </message>
    <message>
      <location filename="processing/algorithms/review.py" />
      <source>Only where the input is a copy of records, such as the result of a query.</source>
      <translation>仅当输入是记录副本（如查询结果）时填写。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/review.py" />
      <source>Records changed</source>
      <translation>已处理的记录数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/review.py" />
      <location filename="dialogs/refused_window.py" />
      <source>Records refused</source>
      <translation>未处理的记录</translation>
    </message>
    <message>
      <location filename="processing/algorithms/review.py" />
      <location filename="dialogs/return_question.py" />
      <source>Return for correction</source>
      <translation>退回修改</translation>
    </message>
    <message>
      <location filename="processing/algorithms/review.py" />
      <location filename="dialogs/review_panel.py" />
      <source>Submit</source>
      <translation>提交</translation>
    </message>
    <message>
      <location filename="processing/algorithms/review.py" />
      <source>Submit, approve or return records</source>
      <translation>提交、通过或退回记录</translation>
    </message>
    <message>
      <location filename="processing/algorithms/review.py" />
      <source>Take the approval back</source>
      <translation>撤回通过</translation>
    </message>
    <message>
      <location filename="processing/algorithms/review.py" />
      <source>The last day for the correction, such as 2026-12-01; a return needs it.</source>
      <translation>整改的最后一天，例如 2026-12-01，退回时必填。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/review.py" />
      <source>What has to be corrected; a return needs it. Kept with the decision.</source>
      <translation>需要整改的内容，退回时必填；随审核记录保存。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/review.py" />
      <source>What to do with every record of the input.</source>
      <translation>对输入的全部记录执行的操作。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/review.py" />
      <source>{CHANGED} records changed, {REFUSED} refused.</source>
      <translation>已处理 {CHANGED} 条记录，未处理 {REFUSED} 条。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/roll_forward.py" />
      <source>2023-07 for animals and fish; 2023-1 for the first crop of a year.</source>
      <translation>畜禽、水产填 2023-07；种植业填 2023-1 表示当年第一茬。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/roll_forward.py" />
      <source>Bases skipped, since {period} does not suit {products}: {count}</source>
      <translation>已跳过 {count} 个基地：{period} 不适用于 {products}。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/roll_forward.py" />
      <source>Bases that have stopped</source>
      <translation>已停止种养的基地数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/roll_forward.py" />
      <source>Bases that have stopped, with scale 0 ({count}): {names}</source>
      <translation>已停止种养、规模为 0 的基地（{count} 个）：{names}</translation>
    </message>
    <message>
      <location filename="processing/algorithms/roll_forward.py" />
      <source>Bases that have the period, or a later one</source>
      <translation>已有该期或更晚一期的基地数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/roll_forward.py" />
      <source>Bases that the period does not suit</source>
      <translation>采集期不适用的基地数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/roll_forward.py" />
      <source>Bases without an approved round</source>
      <translation>没有审核通过记录的基地数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/roll_forward.py" />
      <source>Bases without an approved round ({count}): {names}</source>
      <translation>还没有审核通过记录的基地（{count} 个）：{names}</translation>
    </message>
    <message>
      <location filename="processing/algorithms/roll_forward.py" />
      <source>Drafts made</source>
      <translation>生成的草稿数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/roll_forward.py" />
      <source>Drafts made for {period}: {created}; bases that have it already: {present}.</source>
      <translation>已为 {period} 期生成 {created} 条草稿；{present} 个基地已有该期。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/roll_forward.py" />
      <source>Makes a draft of the new period from the last approved record of each base and product. The base, its point and address, the producer and the people are kept; scale, market dates, the day of collecting and the visit are left empty, as they are asked again.
A base that has the period already, or a later one, is left alone, so that running it twice makes nothing twice. A month suits products that are collected monthly, a crop such as 2023-2 those collected each crop: for a second crop choose the bases that plant one.
It is one batch of the list of imports and can be undone there.</source>
      <translation>按每个基地每种产品最近一次审核通过的记录，生成新采集期的草稿。基地、点位和地址、主体、人员照原样保留；规模、上市和下市时间、采集日期、实地核对情况留空，须重新采集。
已有该期或更晚一期的基地不再生成，因此重复运行不会重复生成。月份适用于按月采集的产品，茬次（如 2023-2）适用于按茬采集的产品；生成第二茬时请只选择种植第二茬的基地。
结果作为一个批次记入导入列表，可在那里撤销。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/roll_forward.py" />
      <source>New period</source>
      <translation>新采集期</translation>
    </message>
    <message>
      <location filename="processing/algorithms/roll_forward.py" />
      <source>Open the next round</source>
      <translation>生成下一期草稿</translation>
    </message>
    <message>
      <location filename="processing/algorithms/roll_forward.py" />
      <source>Round {period}</source>
      <translation>{period} 期草稿</translation>
    </message>
    <message>
      <location filename="processing/algorithms/roll_forward.py" />
      <source>Save or discard them in QGIS, then open the round.</source>
      <translation>请先在 QGIS 中保存或放弃这些编辑，再生成下一期草稿。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/roll_forward.py" />
      <source>{layer} does not show a store.</source>
      <translation>{layer} 不是数据库中的图层。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/scope.py" />
      <source>Adds up what each producer has of each product over all bases and plots, and compares it with the threshold of the store's table product, which is inclusive. Engineered fish tanks have their own threshold.
The latest round of each base counts that was collected: drafts without a scale do not. Names that differ only in blanks or brackets are one producer, which a column tells. Names that are only similar stay apart and are named in another column; so do people of one name with different phones in different villages.</source>
      <translation>把每个主体每种产品在各基地、各地块的规模合计，与数据库表 product 中的规模标准比较，达到即算（含本数）。工程化养殖另有标准。
每个基地取最近一期已采集的记录，没有规模的草稿不计。名称只差空格或括号的按同一主体计算，并在一列中注明。名称仅相近的不合并，在另一列中列出；同名但电话和村都不同的个人也不合并。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/scope.py" />
      <source>Below the threshold</source>
      <translation>未达标准数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/scope.py" />
      <source>Not to be decided yet</source>
      <translation>暂不能确定数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/scope.py" />
      <source>Of these only in total</source>
      <translation>其中仅合计达标数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/scope.py" />
      <source>One row for each producer and product; no phones.</source>
      <translation>每个主体每种产品一行；不含电话。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/scope.py" />
      <source>Producers and thresholds</source>
      <translation>主体与规模标准</translation>
    </message>
    <message>
      <location filename="processing/algorithms/scope.py" />
      <source>Producers with a product that reach the threshold: {IN_SCOPE}, of these only in total: {ONLY_IN_TOTAL}. Below: {BELOW}, not to be decided yet: {OPEN}.</source>
      <translation>主体与产品共 {IN_SCOPE} 项达到标准，其中 {ONLY_IN_TOTAL} 项仅合计达标；{BELOW} 项未达标，{OPEN} 项暂不能确定。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/scope.py" />
      <source>Reach the threshold</source>
      <translation>达到标准数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/scope.py" />
      <source>Who is to be collected</source>
      <translation>应采集主体核定</translation>
    </message>
    <message>
      <location filename="processing/algorithms/statistics.py" />
      <source>A page with the same numbers that can be printed on A4.</source>
      <translation>数字相同、可用 A4 纸打印的网页。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/statistics.py" />
      <source>A sheet for each table, with charts.</source>
      <translation>每张统计表一个工作表，带图表。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/statistics.py" />
      <source>Boundaries of townships</source>
      <translation>乡镇边界</translation>
    </message>
    <message>
      <location filename="processing/algorithms/statistics.py" />
      <source>Calendar from</source>
      <translation>日历起始月</translation>
    </message>
    <message>
      <location filename="processing/algorithms/statistics.py" />
      <source>Counts what the query finds: township by product in number and scale, types of producers, certification, trace modes, and the season calendar (上市日历) by month. The same query makes the map and the table, and finds as many.
Units are never added to each other. No phones and no names of persons.</source>
      <translation>统计查询所得：各乡镇各产品的数量和规模、主体类型、认证、追溯方式，以及按月的上市日历。同一查询也用于分布图和表格，条数一致。
不同单位从不相加。不含手机号和人名。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/statistics.py" />
      <source>One row for each township, with its polygon where boundaries are given.</source>
      <translation>每个乡镇一行；给出边界图层时带有乡镇的面。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/statistics.py" />
      <source>Records found: {count}; {points} on the map. {scales}</source>
      <translation>查到 {count} 条记录，其中 {points} 条有点位。{scales}</translation>
    </message>
    <message>
      <location filename="processing/algorithms/statistics.py" />
      <source>Scale ({unit})</source>
      <translation>规模（{unit}）</translation>
    </message>
    <message>
      <location filename="processing/algorithms/statistics.py" />
      <location filename="processing/models.py" />
      <source>Statistics</source>
      <translation>统计</translation>
    </message>
    <message>
      <location filename="processing/algorithms/statistics.py" />
      <source>The boundary layer does not have these townships: {names}</source>
      <translation>边界图层中没有这些乡镇：{names}</translation>
    </message>
    <message>
      <location filename="processing/algorithms/statistics.py" />
      <source>The county's own layer of townships or villages: the layer gets its polygons.</source>
      <translation>本县自有的乡镇或村界图层，结果图层取其面。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/statistics.py" />
      <source>The first of the 12 months of the season calendar, such as 2023-09; empty for January of the year asked for, else of the year that most market dates name.</source>
      <translation>上市日历 12 个月的第一个月，如 2023-09；不填则取查询所问年份的一月，未问时间的取上市时间最多的年份。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/statistics.py" />
      <source>The layer has no column for these units: {units}</source>
      <translation>图层没有这些单位的列：{units}</translation>
    </message>
    <message>
      <location filename="processing/algorithms/statistics.py" />
      <source>Townships in numbers</source>
      <translation>分乡镇统计</translation>
    </message>
    <message>
      <location filename="processing/algorithms/statistics.py" />
      <source>Write it as 2023-09.</source>
      <translation>请写成 2023-09 的形式。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/statistics.py" />
      <source>{month} is not a month.</source>
      <translation>{month} 不是月份。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/undo_import.py" />
      <source>Edited since, these stay as they are ({count}): {names}</source>
      <translation>{count} 条记录此后有人修改过，保持现状：{names}</translation>
    </message>
    <message>
      <location filename="processing/algorithms/undo_import.py" />
      <source>Records edited since, left</source>
      <translation>此后修改过、未动的记录</translation>
    </message>
    <message>
      <location filename="processing/algorithms/undo_import.py" />
      <source>Records removed</source>
      <translation>已删除记录数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/undo_import.py" />
      <location filename="dialogs/import_dialog.py" />
      <location filename="dialogs/undo_dialog.py" />
      <source>Records removed: {removed}, restored: {restored}.</source>
      <translation>已删除 {removed} 条记录，恢复 {restored} 条。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/undo_import.py" />
      <source>Records restored</source>
      <translation>已恢复记录数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/undo_import.py" />
      <source>Save or discard them in QGIS, then undo the import.</source>
      <translation>请先在 QGIS 中保存或放弃，再撤销导入。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/undo_import.py" />
      <source>Takes one import back: records it added are removed, records it changed get their earlier values. Records that someone edited since are left as they are and named.</source>
      <translation>撤销一次导入：其新增的记录删除，其更新的记录恢复原值。此后有人修改过的记录保持现状并列出。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/undo_import.py" />
      <source>The number that the import gave as BATCH; it stands in table import_batch too.</source>
      <translation>导入结束时给出的批次编号（BATCH），也可在 import_batch 表中查到。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/undo_import.py" />
      <location filename="dialogs/undo_dialog.py" />
      <source>Undo an import</source>
      <translation>撤销导入</translation>
    </message>
    <message>
      <location filename="processing/algorithms/undo_import.py" />
      <source>{uuid} (deleted)</source>
      <translation>{uuid}（已删除）</translation>
    </message>
    <message>
      <location filename="processing/algorithms/validate.py" />
      <source>A page by township and collector that can be printed; phones are masked.</source>
      <translation>按乡镇和信息采集员列出的网页，可打印；手机号已隐去。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/validate.py" />
      <source>Check of collection points</source>
      <translation>采集点核对</translation>
    </message>
    <message>
      <location filename="processing/algorithms/validate.py" />
      <source>Check records</source>
      <translation>核对记录</translation>
    </message>
    <message>
      <location filename="processing/algorithms/validate.py" />
      <source>Checked on {day}.</source>
      <translation>核对日期：{day}。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/validate.py" />
      <source>Every point lies outside of the boundary: is it the layer of this county?</source>
      <translation>所有点位都在边界之外：这是本县的边界图层吗？</translation>
    </message>
    <message>
      <location filename="processing/algorithms/validate.py" />
      <location filename="processing/sheet_import.py" />
      <location filename="dialogs/import_dialog.py" />
      <location filename="dialogs/review_page.py" />
      <source>Findings</source>
      <translation>问题</translation>
    </message>
    <message>
      <location filename="processing/algorithms/validate.py" />
      <location filename="dialogs/review_dock.py" />
      <source>Folder for the sheets to send back</source>
      <translation>退回表存放文件夹</translation>
    </message>
    <message>
      <location filename="processing/algorithms/validate.py" />
      <source>For each township a workbook with those of its records that have findings or are returned, marked with what is to be done. The corrected sheet can be imported again; each row then finds its record. It holds the township's phones; that is kept in the store.</source>
      <translation>每个乡(镇)一个工作簿，含有问题或已退回的记录，标明需要更正的内容。更正后的表可再次导入，每一行对应原来的记录。表中含该乡(镇)的手机号，生成时会记入数据库。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/validate.py" />
      <source>No boundary layer: points were not tested against one.</source>
      <translation>没有边界图层：点位未与边界核对。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/validate.py" />
      <source>One feature for each finding, on the record's point where it has one.</source>
      <translation>每个问题一个要素；记录有点位时落在其点位上。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/validate.py" />
      <source>Records checked</source>
      <translation>已核对记录数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/validate.py" />
      <source>Records checked: {RECORDS}. Errors: {ERRORS}, open warnings: {WARNINGS}, accepted: {ACCEPTED}.</source>
      <translation>已核对 {RECORDS} 条记录：错误 {ERRORS} 处，未处理提醒 {WARNINGS} 处，已认可 {ACCEPTED} 处。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/validate.py" />
      <source>Runs every rule over the latest period of each base: required values, phones, choices, dates, units, the point, the county, seasons, unusual scales, duplicates, one point or one phone for many producers, producers below the scale to be collected. Where the latest period was only opened, the one collected before is checked too, and compared with the others.
Errors keep a record from being handed up, warnings do not. A warning that somebody accepted with a reason is shown as accepted and not counted, until the value that it speaks of changes. Without a boundary layer nothing can be said about points outside of the county.</source>
      <translation>对每个基地最近一期的记录运行全部规则：必填项、手机号、选项、日期、单位、点位、所属县、上市期、异常规模、重复记录、多个主体共用点位或手机号、未达到采集规模的主体。最近一期只建了草稿、尚未采集的，也核对上一次已采集的一期，并以它与其他记录比较。
有错误的记录不能上报，提醒不影响上报。已填写理由认可的提醒显示为“已认可”，不计入提醒数，直到所针对的值改变。没有边界图层时，无法判断点位是否在县外。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/validate.py" />
      <source>Sheets to send back</source>
      <translation>退回表数</translation>
    </message>
    <message>
      <location filename="processing/algorithms/validate.py" />
      <location filename="dialogs/review_dock.py" />
      <source>Sheets to send back, written to {folder}: {count}.</source>
      <translation>已将 {count} 份退回表写入 {folder}。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/validate.py" />
      <source>The boundary layer does not name {county}: all its polygons were taken as the county's.</source>
      <translation>边界图层中没有标明{county}的面：已把其中所有的面都当作本县范围。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/verify_draw.py" />
      <source>1 where the draw is as it was made</source>
      <translation>1 表示与抽取时一致</translation>
    </message>
    <message>
      <location filename="processing/algorithms/verify_draw.py" />
      <source>As it stands on the list, or its title; empty for the latest.</source>
      <translation>名单上的编号，或其标题；不填则为最近一次。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/verify_draw.py" />
      <source>Draws again from the seed and the frame that the store keeps of a random inspection and compares: producers, bases, teams and ways have to be the same. Prints the list again where they are.</source>
      <translation>用数据库中保存的随机种子和抽样框重新抽取“双随机”名单并比对：主体、基地、检查组和路线都须一致。一致的可再次打印名单。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/verify_draw.py" />
      <source>The draw {number} is not as it was made; nothing was printed.</source>
      <translation>抽取记录 {number} 与抽取时不一致，没有打印。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/verify_draw.py" />
      <source>The draw {number} is what its seed and frame give.</source>
      <translation>抽取记录 {number} 与种子和抽样框得出的结果一致。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/verify_draw.py" />
      <source>Verify a random draw</source>
      <translation>核验“双随机”抽取</translation>
    </message>
    <message>
      <location filename="processing/algorithms/wall_map.py" />
      <source>Empty: a line to write on.</source>
      <translation>留空则印出横线，供手工填写。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/wall_map.py" />
      <source>Goal</source>
      <translation>作战目标</translation>
    </message>
    <message>
      <location filename="processing/algorithms/wall_map.py" />
      <location filename="processing/query_table.py" />
      <source>Otherwise they are masked. Who gave them out is kept in the store.</source>
      <translation>否则隐去中间四位。谁导出了完整号码，记入数据库。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/wall_map.py" />
      <source>Phones in full in the list</source>
      <translation>清单中显示完整电话</translation>
    </message>
    <message>
      <location filename="processing/algorithms/wall_map.py" />
      <source>Prints a focus area, its products and season as one map with numbered bases and their list: producer, product, scale, when it comes to market, who is responsible and how the latest inspection came out; with the goal, and lines for the responsible unit, person and deadline. A list that is longer than the page goes on over further pages. Phones are masked.</source>
      <translation>把重点地区、重点品种、重点时段印成一张挂图：图上基地编号，旁附清单，列出主体、产品、规模、上市时间、责任人员和最近一次检查检测结果，并印有作战目标及责任单位、责任人、完成时限。一页列不下时续印清单页。电话号码均作隐藏处理。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/wall_map.py" />
      <source>Responsible person</source>
      <translation>责任人</translation>
    </message>
    <message>
      <location filename="processing/algorithms/wall_map.py" />
      <source>Responsible unit</source>
      <translation>责任单位</translation>
    </message>
    <message>
      <location filename="processing/algorithms/wall_map.py" />
      <source>Stands over the list; empty for none.</source>
      <translation>印在清单上方，留空则不印。</translation>
    </message>
    <message>
      <location filename="processing/algorithms/wall_map.py" />
      <source>The ending decides: .pdf, .png or .svg. Further pages of a picture get _2, _3 … behind their name.</source>
      <translation>由扩展名决定格式：.pdf、.png 或 .svg。图片格式的后续各页在文件名后加 _2、_3……</translation>
    </message>
    <message>
      <location filename="processing/algorithms/wall_map.py" />
      <source>To be done by</source>
      <translation>完成时限</translation>
    </message>
    <message>
      <location filename="processing/algorithms/wall_map.py" />
      <source>Wall map of a campaign</source>
      <translation>挂图作战</translation>
    </message>
    <message>
      <location filename="processing/atlas_parts.py" />
      <source>Without product</source>
      <translation>未填产品</translation>
    </message>
    <message>
      <location filename="processing/atlas_parts.py" />
      <location filename="processing/return_sheets.py" />
      <location filename="dialogs/review_groups.py" />
      <source>Without township</source>
      <translation>未填乡镇</translation>
    </message>
    <message>
      <location filename="processing/base.py" />
      <source>A shapefile cannot hold our columns: save it as a GeoPackage.</source>
      <translation>Shapefile 存不下这些列：请另存为 GeoPackage。</translation>
    </message>
    <message>
      <location filename="processing/base.py" />
      <source>Cancelled; nothing was written.</source>
      <translation>已取消；没有写入任何内容。</translation>
    </message>
    <message>
      <location filename="processing/base.py" />
      <source>Check the layer's coordinate system.</source>
      <translation>请检查图层的坐标系。</translation>
    </message>
    <message>
      <location filename="processing/base.py" />
      <source>Not all records of {layer} could be read: {read} of {count}.</source>
      <translation>{layer} 的 {count} 条记录只读出 {read} 条。</translation>
    </message>
    <message>
      <location filename="processing/base.py" />
      <source>The layer collection_point of a store, or any layer with the same columns. «Selected features only» is respected.</source>
      <translation>数据库中的 collection_point 图层，或列相同的任意图层。支持「仅选中要素」。</translation>
    </message>
    <message>
      <location filename="processing/base.py" />
      <source>The points of {layer} cannot be transformed.</source>
      <translation>{layer} 的点位无法转换坐标。</translation>
    </message>
    <message>
      <location filename="processing/base.py" />
      <source>Try again; if it happens again, bring back the latest backup.</source>
      <translation>请重试；如仍如此，请恢复最近的备份。</translation>
    </message>
    <message>
      <location filename="processing/base.py" />
      <source>{layer} has column names that were cut to 10 letters, such as {name}.</source>
      <translation>{layer} 的列名被截成 10 个字母，例如 {name}。</translation>
    </message>
    <message>
      <location filename="processing/base.py" />
      <location filename="processing/store_records.py" />
      <source>{layer} is not a layer of collection points.</source>
      <translation>{layer} 不是采集点图层。</translation>
    </message>
    <message>
      <location filename="processing/base.py" />
      <source>{parameter}: {value} is not one of {choices}.</source>
      <translation>{parameter}：{value} 不属于 {choices}。</translation>
    </message>
    <message>
      <location filename="processing/boundary_parameter.py" />
      <source>Boundary of the county</source>
      <translation>县界</translation>
    </message>
    <message>
      <location filename="processing/boundary_parameter.py" />
      <source>The county's own polygon layer, in any coordinate system: the county, several counties, or townships. Polygons that name another county are its neighbours.</source>
      <translation>本县自有的面图层，坐标系不限：可以是县界、多个县的边界或乡镇边界。标明为其他县的面按邻县处理。</translation>
    </message>
    <message>
      <location filename="processing/draw_outputs.py" />
      <source>For the list that inspectors take along; that they were given is kept in the store.</source>
      <translation>供检查人员随身携带的名单使用；提供完整号码会记入数据库。</translation>
    </message>
    <message>
      <location filename="processing/draw_outputs.py" />
      <source>Frame as text</source>
      <translation>抽样框文本</translation>
    </message>
    <message>
      <location filename="processing/draw_outputs.py" />
      <source>List to print</source>
      <translation>打印名单</translation>
    </message>
    <message>
      <location filename="processing/draw_outputs.py" />
      <source>Phones in full</source>
      <translation>显示完整手机号</translation>
    </message>
    <message>
      <location filename="processing/draw_outputs.py" />
      <source>Text</source>
      <translation>文本</translation>
    </message>
    <message>
      <location filename="processing/draw_outputs.py" />
      <source>The text whose SHA-256 stands on the list; any program can check it.</source>
      <translation>名单上的 SHA-256 校验值即由此文本算出，任何程序都可核对。</translation>
    </message>
    <message>
      <location filename="processing/draw_outputs.py" />
      <source>Whom to visit, by team and in the order of its way, on A4; with seed and hash.</source>
      <translation>每组按路线顺序列出检查对象，A4 纸打印，附种子和校验值。</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <source>Any text, best one that nobody could choose, such as numbers drawn in public; empty for a new one.</source>
      <translation>任意文字，最好用谁也无法选定的内容，如公开摇出的号码；不填则自动生成。</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <source>Each failed result of the last two years gives a producer one lot more, up to five.</source>
      <translation>近两年每有一次检测不合格，该主体增加一个签，最多五个签。</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <source>Each township or product gets its share of the draw.</source>
      <translation>各乡镇或各产品按比例抽取。</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <source>Either a number of producers or a share is needed, and not both.</source>
      <translation>抽取数量和抽取比例须填一项，且只填一项。</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <source>Empty for as many as the inspectors make.</source>
      <translation>不填则按检查人员人数分成尽可能多的组。</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <source>Give one of «Producers to draw» and «Share to draw».</source>
      <translation>请填写“抽取主体数”或“抽取比例”中的一项。</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <source>How many, or else the share below.</source>
      <translation>抽取多少个主体；也可改填下面的比例。</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <source>Inspectors in a team</source>
      <translation>每组人数</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <source>Leaves out producers drawn or inspected on this day or later.</source>
      <translation>剔除这一天及以后抽取或检查过的主体。</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <source>More lots after failed results</source>
      <translation>不合格主体增加签数</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <source>Not since</source>
      <translation>不重复起始日</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <source>Of the producers in the frame, such as 5; rounded up.</source>
      <translation>占抽样框内主体的百分比，如 5；不足一个的进为一个。</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <source>Producers to draw</source>
      <translation>抽取主体数</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <source>Proportional by</source>
      <translation>分层依据</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <source>Share to draw (%)</source>
      <translation>抽取比例(%)</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <source>Stands on the list; empty for the usual one.</source>
      <translation>打印在名单上；不填则用通用标题。</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <source>Teams</source>
      <translation>组数</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <location filename="processing/map_parameters.py" />
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <source>Two at least, where the law asks for two.</source>
      <translation>法律要求两人以上执法的，不少于两人。</translation>
    </message>
    <message>
      <location filename="processing/draw_parameters.py" />
      <source>nothing</source>
      <translation>不分层</translation>
    </message>
    <message>
      <location filename="processing/field_readme.py" />
      <source>Copy this whole folder to the phone or tablet: by cable into QField's folder «Imported Projects», or as a ZIP that QField imports.</source>
      <translation>把整个文件夹复制到手机或平板：用数据线复制到 QField 的 Imported Projects 文件夹，或压缩成 ZIP 由 QField 导入。</translation>
    </message>
    <message>
      <location filename="processing/field_readme.py" />
      <source>For a new base: go there, switch to editing, wait until the position is fine, set the point, fill in the form and save.</source>
      <translation>新增基地：到达现场，切换到编辑模式，等定位精度稳定后落点，填写表单并保存。</translation>
    </message>
    <message>
      <location filename="processing/field_readme.py" />
      <source>For: {collector}. Packaged on {day} with {count} records.</source>
      <translation>采集人员：{collector}。打包日期：{day}，共 {count} 条记录。</translation>
    </message>
    <message>
      <location filename="processing/field_readme.py" />
      <source>In the evening bring the whole folder back to the county: {store} holds the work. You may go on collecting in the same folder afterwards.</source>
      <translation>当天收工后把整个文件夹带回县里，成果在 {store} 中。之后可继续用这个文件夹采集。</translation>
    </message>
    <message>
      <location filename="processing/field_readme.py" />
      <source>Open {project} in QField. No network is needed.</source>
      <translation>在 QField 中打开 {project}，不需要联网。</translation>
    </message>
    <message>
      <location filename="processing/field_readme.py" />
      <source>Rename nothing in the folder; do not open it on two devices at once.</source>
      <translation>不要给文件夹中的文件改名；不要在两台设备上同时打开。</translation>
    </message>
    <message>
      <location filename="processing/field_readme.py" />
      <source>Set 审核状态 to submitted when a record is complete.</source>
      <translation>一条记录填写完整后，把“审核状态”改为“已提交”。</translation>
    </message>
    <message>
      <location filename="processing/field_readme.py" />
      <source>The folder holds names and phones: keep it to yourself, and delete it when done.</source>
      <translation>文件夹中有姓名和手机号：请勿外传，完成后删除。</translation>
    </message>
    <message>
      <location filename="processing/field_readme.py" />
      <source>There is no offline basemap in it; points are shown without a map.</source>
      <translation>未带离线底图，点位下面没有地图。</translation>
    </message>
    <message>
      <location filename="processing/field_readme.py" />
      <source>To check a base: touch its point, open the form, correct it, and fill in 实地核对日期 and 实地核对方式.</source>
      <translation>核对基地：点击点位，打开表单，改正内容，填写“实地核对日期”和“实地核对方式”。</translation>
    </message>
    <message>
      <location filename="processing/field_readme.py" />
      <source>Where a base has stopped, enter the scale 0. Do not delete its record.</source>
      <translation>基地已停止种养的，规模填 0，不要删除记录。</translation>
    </message>
    <message>
      <location filename="processing/groups.py" />
      <source>1 Store</source>
      <translation>1 数据库</translation>
    </message>
    <message>
      <location filename="processing/groups.py" />
      <source>2 Sheets in and out</source>
      <translation>2 采集表收发</translation>
    </message>
    <message>
      <location filename="processing/groups.py" />
      <source>3 Quality</source>
      <translation>3 质量核对</translation>
    </message>
    <message>
      <location filename="processing/groups.py" />
      <source>4 Maps and tables</source>
      <translation>4 一张图和一张表</translation>
    </message>
    <message>
      <location filename="processing/groups.py" />
      <source>5 Inspections</source>
      <translation>5 监督检查</translation>
    </message>
    <message>
      <location filename="processing/groups.py" />
      <source>6 Ready models</source>
      <translation>6 现成模型</translation>
    </message>
    <message>
      <location filename="processing/importing.py" />
      <source>{file} was imported before, as batch {batch}: what was edited since stays.</source>
      <translation>{file} 以前导入过（批次 {batch}）：此后修改过的保持现状。</translation>
    </message>
    <message>
      <location filename="processing/listed_maps.py" />
      <source>All bases, over as many pages as they need</source>
      <translation>列出全部基地，需要几页就印几页</translation>
    </message>
    <message>
      <location filename="processing/listed_maps.py" />
      <source>How many bases are not listed is said on the page.</source>
      <translation>未列出的基地数会在页面上注明。</translation>
    </message>
    <message>
      <location filename="processing/listed_maps.py" />
      <source>Lists of bases</source>
      <translation>基地清单</translation>
    </message>
    <message>
      <location filename="processing/listed_maps.py" />
      <source>Only on the page of the map</source>
      <translation>只列在地图所在页</translation>
    </message>
    <message>
      <location filename="processing/map_parameters.py" />
      <source>Any raster or tile layer. Over web tiles the map is in EPSG:3857 and says so.</source>
      <translation>任意栅格或瓦片图层。瓦片底图用 Web 墨卡托（EPSG:3857）绘制，图上会注明。</translation>
    </message>
    <message>
      <location filename="processing/map_parameters.py" />
      <source>Both have their binding margin at the left.</source>
      <translation>横版、竖版的装订边都在左侧。</translation>
    </message>
    <message>
      <location filename="processing/map_parameters.py" />
      <location filename="processing/models.py" />
      <source>Boundaries</source>
      <translation>县界、乡镇界</translation>
    </message>
    <message>
      <location filename="processing/map_parameters.py" />
      <source>Empty: made from county and product.</source>
      <translation>留空时由县名和产品名组成。</translation>
    </message>
    <message>
      <location filename="processing/map_parameters.py" />
      <location filename="dialogs/templates_dialog.py" />
      <source>Key farm products origin collection, records: {count}</source>
      <translation>重点农产品产地溯源信息采集，共 {count} 条记录</translation>
    </message>
    <message>
      <location filename="processing/map_parameters.py" />
      <location filename="dialogs/templates_dialog.py" />
      <source>Landscape</source>
      <translation>横版</translation>
    </message>
    <message>
      <location filename="processing/map_parameters.py" />
      <location filename="dialogs/templates_dialog.py" />
      <source>Layout template</source>
      <translation>布局模板</translation>
    </message>
    <message>
      <location filename="processing/map_parameters.py" />
      <source>Orientation</source>
      <translation>方向</translation>
    </message>
    <message>
      <location filename="processing/map_parameters.py" />
      <source>Paper</source>
      <translation>幅面</translation>
    </message>
    <message>
      <location filename="processing/map_parameters.py" />
      <location filename="dialogs/templates_dialog.py" />
      <source>Portrait</source>
      <translation>竖版</translation>
    </message>
    <message>
      <location filename="processing/map_parameters.py" />
      <location filename="processing/models.py" />
      <source>The county's own polygon layer, drawn under the points.</source>
      <translation>本县自己的面图层，绘在点位之下；自动标注名称列。</translation>
    </message>
    <message>
      <location filename="processing/map_parameters.py" />
      <source>The page where no template is given.</source>
      <translation>没有指定布局模板时所用的图幅。</translation>
    </message>
    <message>
      <location filename="processing/map_parameters.py" />
      <source>Your own template, made from a copy of ours (menu Map templates); its page is taken instead of paper and orientation.</source>
      <translation>您自己的布局模板（菜单“地图模板”，从本插件模板复制后修改）；图幅和方向以模板为准。</translation>
    </message>
    <message>
      <location filename="processing/map_style_parameters.py" />
      <source>Areas</source>
      <translation>统计区域</translation>
    </message>
    <message>
      <location filename="processing/map_style_parameters.py" />
      <source>Bubbles by scale</source>
      <translation>按规模分级的气泡</translation>
    </message>
    <message>
      <location filename="processing/map_style_parameters.py" />
      <source>Bubbles per township</source>
      <translation>各乡镇气泡图</translation>
    </message>
    <message>
      <location filename="processing/map_style_parameters.py" />
      <source>Choropleth</source>
      <translation>分级设色</translation>
    </message>
    <message>
      <location filename="processing/map_style_parameters.py" />
      <source>Counties</source>
      <translation>县</translation>
    </message>
    <message>
      <location filename="processing/map_style_parameters.py" />
      <source>Figure of areas</source>
      <translation>区域统计指标</translation>
    </message>
    <message>
      <location filename="processing/map_style_parameters.py" />
      <source>Heat map</source>
      <translation>热力图</translation>
    </message>
    <message>
      <location filename="processing/map_style_parameters.py" />
      <source>How records are drawn: each with the symbol of its product; those that would overlap as one circle with their number; as density; as circles as large as their scale; as townships or counties in colours, which needs boundaries; as one circle per township.</source>
      <translation>记录的表示方法：按产品符号逐点表示；会重叠的点位合并为标有数目的圆；按密度；按规模大小画圆；按乡镇或县分级设色（需要边界图层）；每个乡镇画一个圆。</translation>
    </message>
    <message>
      <location filename="processing/map_style_parameters.py" />
      <source>Number of bases</source>
      <translation>基地数</translation>
    </message>
    <message>
      <location filename="processing/map_style_parameters.py" />
      <source>Points by product</source>
      <translation>按产品分类的点位</translation>
    </message>
    <message>
      <location filename="processing/map_style_parameters.py" />
      <source>Style</source>
      <translation>样式</translation>
    </message>
    <message>
      <location filename="processing/map_style_parameters.py" />
      <source>The areas of a choropleth and of bubbles per township.</source>
      <translation>分级设色和各乡镇气泡图所用的区域。</translation>
    </message>
    <message>
      <location filename="processing/map_style_parameters.py" />
      <source>Townships</source>
      <translation>乡镇</translation>
    </message>
    <message>
      <location filename="processing/map_style_parameters.py" />
      <source>What a choropleth and bubbles per township show. Scale needs a single unit.</source>
      <translation>分级设色和各乡镇气泡图所表示的指标；表示规模时，规模单位须相同。</translation>
    </message>
    <message>
      <location filename="processing/marking.py" />
      <source>{name}_marked</source>
      <translation>{name}_已标注</translation>
    </message>
    <message>
      <location filename="processing/marking.py" />
      <location filename="dialogs/findings_view.py" />
      <source>{text} Proposed: {fix}</source>
      <translation>{text}建议：{fix}</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>Both changed it</source>
      <translation>双方都改过</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>Deleted here, edited there</source>
      <translation>本库已删、对方有改</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>Deleted there, edited here</source>
      <translation>对方已删、本库有改</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>Deletion proposed</source>
      <translation>建议删除</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>Disagreements</source>
      <translation>分歧清单</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>Edited there at</source>
      <translation>对方修改时间</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>Edited there by</source>
      <translation>对方修改人</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>Field</source>
      <translation>字段</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>From file</source>
      <translation>来自文件</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>How to settle it</source>
      <translation>如何处理</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>Not submitted</source>
      <translation>未能提交</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>Ours</source>
      <translation>本库</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>Perhaps one of ours</source>
      <translation>可能是本库已有记录</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>Perhaps there twice</source>
      <translation>可能重复</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>Take: ours or theirs</source>
      <translation>采用（本库/对方）</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>Theirs</source>
      <translation>对方</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>What</source>
      <translation>类别</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>When packaged</source>
      <translation>打包时</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>ours</source>
      <translation>本库</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>theirs</source>
      <translation>对方</translation>
    </message>
    <message>
      <location filename="processing/merge_table.py" />
      <source>{file} has no visible sheet.</source>
      <translation>{file} 没有可见的工作表。</translation>
    </message>
    <message>
      <location filename="processing/models.py" />
      <source>Atlas by product</source>
      <translation>图集（按产品）</translation>
    </message>
    <message>
      <location filename="processing/models.py" />
      <source>Atlas by township</source>
      <translation>图集（按乡镇）</translation>
    </message>
    <message>
      <location filename="processing/models.py" />
      <source>Checks</source>
      <translation>核对报告</translation>
    </message>
    <message>
      <location filename="processing/models.py" />
      <source>Held back from it</source>
      <translation>未上报清单</translation>
    </message>
    <message>
      <location filename="processing/models.py" />
      <source>Makes in one run what a county hands in and hangs up each month: the distribution map, atlases by product and by township, the table of all records, statistics, monitoring, early warning and checks as sheets and pages, and the sheet for the national platform with the list of what is held back. All files go into one folder; their names begin with the month of the day given.
It is a model of QGIS. To change it, copy it to your own models by a right click in the toolbox, and open the copy in the model designer.</source>
      <translation>一次生成县里每月上报和上墙的成果：分布图、按产品和按乡(镇)的图集、全部记录一张表、统计、监测、预警测报和核对报告（表格和网页），以及上报国家平台的采集表和未上报清单。全部文件存入一个文件夹，文件名以所给日期的月份开头。
这是 QGIS 模型。要修改时，在工具箱中右键复制到我的模型，再用模型设计器打开副本。</translation>
    </message>
    <message>
      <location filename="processing/models.py" />
      <source>Map of all products</source>
      <translation>全部品种一张图</translation>
    </message>
    <message>
      <location filename="processing/models.py" />
      <source>Monthly results</source>
      <translation>月度成果</translation>
    </message>
    <message>
      <location filename="processing/models.py" />
      <source>Table of all records</source>
      <translation>全部记录一张表</translation>
    </message>
    <message>
      <location filename="processing/models.py" />
      <location filename="processing/periods.py" />
      <source>The day that counts, such as 2023-06-15; empty for today.</source>
      <translation>以哪一天为准，例如 2023-06-15；留空为今天。</translation>
    </message>
    <message>
      <location filename="processing/models.py" />
      <source>The layer collection_point of a store.</source>
      <translation>数据库的 collection_point 图层。</translation>
    </message>
    <message>
      <location filename="processing/models.py" />
      <source>Where all files go; it is made where there is none.</source>
      <translation>所有文件存入的文件夹；没有时新建。</translation>
    </message>
    <message>
      <location filename="processing/models.py" />
      <source>{name} (page)</source>
      <translation>{name}（网页）</translation>
    </message>
    <message>
      <location filename="processing/new_county.py" />
      <source>List of villages</source>
      <translation>村名录</translation>
    </message>
    <message>
      <location filename="processing/new_county.py" />
      <source>Optional: the county's own list with columns code (12 digits) and name, or the village pack. With it, imports check villages too.</source>
      <translation>可选：本县自己的村名录（含 code（12 位）和 name 两列），或村名录包。有了它，导入时也核对村名。</translation>
    </message>
    <message>
      <location filename="processing/new_county.py" />
      <source>Store of {county} made, with {count} townships and villages.</source>
      <translation>已新建{county}的数据库，含 {count} 个乡级、村级区划。</translation>
    </message>
    <message>
      <location filename="processing/new_county.py" />
      <source>The six digits of the county, such as 360826.</source>
      <translation>县的六位代码，例如 360826。</translation>
    </message>
    <message>
      <location filename="processing/page_parameter.py" />
      <source>Report</source>
      <translation>报告</translation>
    </message>
    <message>
      <location filename="processing/page_parameter.py" />
      <location filename="dialogs/monitoring_dock.py" />
      <source>Web page</source>
      <translation>网页</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <location filename="dialogs/query_form.py" />
      <source>2023-06 for a month, 2023-1 for the first crop; empty for the latest that was collected of each base.</source>
      <translation>月份写 2023-06，第一茬写 2023-1；留空则取每个基地最近已采集的一期。</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>A QGIS expression that a record must meet as well.</source>
      <translation>记录还须满足的 QGIS 表达式。</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>A date such as 2023-05-01 or 2023-05. Animals and fish are always in season.</source>
      <translation>日期，例如 2023-05-01 或 2023-05。畜产品和水产品视为常年上市。</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>A date such as 2023-07-31 or 2023-07, inclusive.</source>
      <translation>日期，例如 2023-07-31 或 2023-07，含当日（当月）。</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>A division code of 6, 9 or 12 digits, or the name of a county, township or village; of a village better with its township before it, as 马市镇 仙桥村. Empty for all.</source>
      <translation>6、9 或 12 位区划代码，或县、乡镇、村的名称；村名前最好写上乡镇，如“马市镇 仙桥村”。留空表示全部。</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>Beside a saved query, no conditions can be given: {names}.</source>
      <translation>使用已存查询时不能再给条件：{names}。</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>Choose the layer collection_point of the store.</source>
      <translation>请选择数据库中的图层 collection_point。</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>Give its code, or its name such as 泰和县, 马市镇.</source>
      <translation>请填写区划代码，或名称，如泰和县、马市镇。</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>In the product's own unit, inclusive.</source>
      <translation>按产品自身的计量单位，含本数。</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>In the product's own unit, inclusive. Bases that have stopped are shown only with 0.</source>
      <translation>按产品自身的计量单位，含本数。填 0 时才包括已停止种养的基地。</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>Leave them empty, or change the saved query in the query window.</source>
      <translation>请将它们留空，或在查询窗口中修改已存查询。</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <location filename="dialogs/query_form.py" />
      <source>More conditions</source>
      <translation>其他条件</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>Names of the county's own products, 、 between several; beside those above.</source>
      <translation>本县自行增加的产品名称，多个用“、”隔开；与上面所选的合在一起。</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>None chosen means all.</source>
      <translation>不选则为全部。</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <location filename="dialogs/query_form.py" />
      <source>Production modes</source>
      <translation>生产方式</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <location filename="dialogs/query_form.py" />
      <source>Products</source>
      <translation>产品</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>Records that have one of these; none chosen means all.</source>
      <translation>具有其中任一项的记录；不选表示全部。</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>Saved query</source>
      <translation>已存查询</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>Selected records only</source>
      <translation>仅选中的记录</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <location filename="dialogs/query_form.py" />
      <source>Status</source>
      <translation>状态</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>The name of a query that is saved in the store of the input. It stands for all conditions below, which must be empty then.</source>
      <translation>输入图层所在数据库中已保存的查询的名称。它代替下面的全部条件，此时下面各项必须留空。</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>There is no saved query {name}: the input is not in a store.</source>
      <translation>没有名为 {name} 的已存查询：输入图层不在数据库中。</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>Write the names as they stand in the store's table of products.</source>
      <translation>请按数据库产品表中的名称填写。</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>{names}: no product of the county's list, nor of any record.</source>
      <translation>{names}：既不在本县产品表中，也不是任何记录的产品。</translation>
    </message>
    <message>
      <location filename="processing/query_parameters.py" />
      <source>{region} is not a region of the list or of the records.</source>
      <translation>{region} 不是区划名录或记录中的地区。</translation>
    </message>
    <message>
      <location filename="processing/query_table.py" />
      <source>Columns of the table</source>
      <translation>表格的列</translation>
    </message>
    <message>
      <location filename="processing/query_table.py" />
      <source>None chosen means the official layout 附件1.</source>
      <translation>不选则用官方附件1版式。</translation>
    </message>
    <message>
      <location filename="processing/query_table.py" />
      <source>Phones in full in the table</source>
      <translation>表格中手机号不隐去</translation>
    </message>
    <message>
      <location filename="processing/query_table.py" />
      <source>Sorts by township and product, and adds number and scale of each.</source>
      <translation>按乡镇和产品排序，并加上各自的条数和规模。</translation>
    </message>
    <message>
      <location filename="processing/query_table.py" />
      <source>Subtotals in the table</source>
      <translation>表格中加小计</translation>
    </message>
    <message>
      <location filename="processing/query_table.py" />
      <source>Table</source>
      <translation>表格</translation>
    </message>
    <message>
      <location filename="processing/query_table.py" />
      <source>The same records in the official layout or with chosen columns.</source>
      <translation>同样的记录，用官方版式或所选的列。</translation>
    </message>
    <message>
      <location filename="processing/regions.py" />
      <source>Give the code or the whole name of a township of the county, of the county itself, its city or its province.</source>
      <translation>请填写本县乡(镇)、本县或其所属市、省的代码或全称。</translation>
    </message>
    <message>
      <location filename="processing/regions.py" />
      <source>Give the six digits of the county, such as 360826.</source>
      <translation>请填写县的六位代码，例如 360826。</translation>
    </message>
    <message>
      <location filename="processing/regions.py" />
      <source>{code} is not the code of a county.</source>
      <translation>{code} 不是县级代码。</translation>
    </message>
    <message>
      <location filename="processing/regions.py" />
      <source>{region} is no division that the store knows.</source>
      <translation>数据库中没有区划 {region}。</translation>
    </message>
    <message>
      <location filename="processing/return_sheets.py" />
      <source>Returned: {reason} To be corrected by {deadline}.</source>
      <translation>退回：{reason}　整改期限：{deadline}。</translation>
    </message>
    <message>
      <location filename="processing/return_sheets.py" />
      <source>{township}_to correct_{day}</source>
      <translation>{township}_待更正_{day}</translation>
    </message>
    <message>
      <location filename="processing/sheet_import.py" />
      <source>A table of all findings: file, sheet, row, column, what is wrong, proposal.</source>
      <translation>全部问题的列表：文件、工作表、行、列、问题、建议。</translation>
    </message>
    <message>
      <location filename="processing/sheet_import.py" />
      <source>Every marked-up workbook into this folder, each by the name of its sheet.</source>
      <translation>所有标注表存入此文件夹，各按原表的名称。</translation>
    </message>
    <message>
      <location filename="processing/sheet_import.py" />
      <location filename="dialogs/import_dialog.py" />
      <location filename="dialogs/import_options.py" />
      <source>Folder for marked-up workbooks</source>
      <translation>存放标注表的文件夹</translation>
    </message>
    <message>
      <location filename="processing/sheet_import.py" />
      <source>Marked-up workbook</source>
      <translation>标注表</translation>
    </message>
    <message>
      <location filename="processing/sheet_import.py" />
      <source>Name or number of one sheet; empty for all visible ones that carry the header.</source>
      <translation>某一张工作表的名称或序号；留空则读取所有带表头的可见工作表。</translation>
    </message>
    <message>
      <location filename="processing/sheet_import.py" />
      <source>One or several workbooks (.xlsx).</source>
      <translation>一个或多个工作簿（.xlsx）。</translation>
    </message>
    <message>
      <location filename="processing/sheet_import.py" />
      <source>Only tried: nothing was written.</source>
      <translation>仅试导入：没有写入任何内容。</translation>
    </message>
    <message>
      <location filename="processing/sheet_import.py" />
      <source>Rows read</source>
      <translation>读取行数</translation>
    </message>
    <message>
      <location filename="processing/sheet_import.py" />
      <location filename="dialogs/import_work.py" />
      <source>Rows read: {READ} = added {ADDED} + updated {UPDATED} + unchanged {UNCHANGED} + refused {REFUSED} + without a record {BLANK}.</source>
      <translation>读取 {READ} 行 = 新增 {ADDED} + 更新 {UPDATED} + 未变 {UNCHANGED} + 拒收 {REFUSED} + 无记录 {BLANK}。</translation>
    </message>
    <message>
      <location filename="processing/sheet_import.py" />
      <source>Rows refused</source>
      <translation>拒收行数</translation>
    </message>
    <message>
      <location filename="processing/sheet_import.py" />
      <source>Rows unchanged</source>
      <translation>未变行数</translation>
    </message>
    <message>
      <location filename="processing/sheet_import.py" />
      <source>Rows without a record</source>
      <translation>无记录的行</translation>
    </message>
    <message>
      <location filename="processing/sheet_import.py" />
      <source>The township's own workbook with wrong cells coloured, a comment on each and a column 问题 that says what to do. With several sheets the others get a number.</source>
      <translation>乡镇自己的工作簿，有误单元格着色并加批注，另有「问题」列说明如何处理。多个采集表时，其余文件名加序号。</translation>
    </message>
    <message>
      <location filename="processing/sheet_import.py" />
      <source>Try only</source>
      <translation>仅试导入</translation>
    </message>
    <message>
      <location filename="processing/sheet_import.py" />
      <source>{file}, sheet {sheet}, row {row}, {column}: {text}</source>
      <translation>{file}，工作表 {sheet}，第{row}行，{column}：{text}</translation>
    </message>
    <message>
      <location filename="processing/sheet_import.py" />
      <source>… more findings: {count}. The marked-up workbook has them all.</source>
      <translation>……另有 {count} 条问题，全部见标注表。</translation>
    </message>
    <message>
      <location filename="processing/sinks.py" />
      <source>Cancelled; {path} is incomplete.</source>
      <translation>已取消；{path} 不完整。</translation>
    </message>
    <message>
      <location filename="processing/sinks.py" />
      <source>Check the free space there, delete the incomplete file and try again.</source>
      <translation>请检查该处剩余空间，删除不完整的文件后重试。</translation>
    </message>
    <message>
      <location filename="processing/sinks.py" />
      <source>Delete it.</source>
      <translation>请删除该文件。</translation>
    </message>
    <message>
      <location filename="processing/sinks.py" />
      <source>{path} could not be written completely.</source>
      <translation>{path} 没有写完整。</translation>
    </message>
    <message>
      <location filename="processing/store_parameter.py" />
      <source>The county's store, made by «Create a store», or the reference of a store on a server: postgres://connection/schema/county code.</source>
      <translation>县数据库，由“新建数据库”生成；或服务器库的引用：postgres://连接名/模式名/县代码。</translation>
    </message>
    <message>
      <location filename="processing/store_records.py" />
      <source>Choose the layer collection_point of the store itself.</source>
      <translation>请选择数据库自己的 collection_point 图层。</translation>
    </message>
    <message>
      <location filename="processing/store_records.py" />
      <source>Records with edits that are not saved: {count}.</source>
      <translation>{count} 条记录有未保存的编辑。</translation>
    </message>
    <message>
      <location filename="processing/store_records.py" />
      <source>Who does this; empty for the operator of the settings.</source>
      <translation>由谁操作；不填则取设置中的操作人。</translation>
    </message>
    <message>
      <location filename="processing/store_records.py" />
      <source>{layer} is a copy of records, not the layer of a store.</source>
      <translation>{layer} 是记录的副本，不是数据库的图层。</translation>
    </message>
    <message>
      <location filename="processing/targets.py" />
      <source>Give the file a name with this ending.</source>
      <translation>请给文件起一个以此结尾的名称。</translation>
    </message>
    <message>
      <location filename="processing/targets.py" />
      <source>Give the result another name.</source>
      <translation>请给结果另起文件名。</translation>
    </message>
    <message>
      <location filename="processing/targets.py" />
      <source>{parameter}: the name {path} does not end in {endings}.</source>
      <translation>{parameter}：文件名 {path} 不是以 {endings} 结尾。</translation>
    </message>
    <message>
      <location filename="processing/targets.py" />
      <source>{path} is a store and is never replaced by a result.</source>
      <translation>{path} 是数据库，不能被结果文件替换。</translation>
    </message>
    <message>
      <location filename="processing/targets.py" />
      <source>{path} is read here, or is another result, and is not replaced.</source>
      <translation>{path} 是本次要读取的文件或另一个结果文件，不能替换。</translation>
    </message>
    <message>
      <location filename="processing/unmasked.py" />
      <source>That phones were given in full could not be kept in the store. {problem}</source>
      <translation>给出完整手机号一事未能记入数据库。{problem}</translation>
    </message>
    <message>
      <location filename="processing/unmasked.py" />
      <source>The input is a copy: that it gave phones in full is not kept in a store.</source>
      <translation>输入是副本：给出完整手机号一事没有数据库可记。</translation>
    </message>
    <message>
      <location filename="processing/unmasked.py" />
      <source>Why it is not kept that phones were given</source>
      <translation>提供完整手机号未能记录的原因</translation>
    </message>
    <message>
      <location filename="processing/values.py" />
      <source>Choose a file of this kind: {kind}</source>
      <translation>请选择此类文件：{kind}</translation>
    </message>
    <message>
      <location filename="processing/values.py" />
      <source>It is missing or damaged: choose another one, or the latest backup.</source>
      <translation>文件不存在或已损坏：请另选一个，或使用最近的备份。</translation>
    </message>
    <message>
      <location filename="processing/values.py" />
      <source>{parameter} is missing.</source>
      <translation>缺少参数：{parameter}。</translation>
    </message>
    <message>
      <location filename="processing/values.py" />
      <source>{parameter}: {value} cannot be opened.</source>
      <translation>{parameter}：{value} 无法打开。</translation>
    </message>
    <message>
      <location filename="processing/values.py" />
      <source>{parameter}: {value} cannot be used.</source>
      <translation>{parameter}：{value} 不能使用。</translation>
    </message>
    <message>
      <location filename="processing/words.py" />
      <source>whole row</source>
      <translation>整行</translation>
    </message>
    <message>
      <location filename="spreadsheets/atomic.py" />
      <source>Choose a folder that exists, or create it first.</source>
      <translation>请选择已有的文件夹，或先新建。</translation>
    </message>
    <message>
      <location filename="spreadsheets/atomic.py" />
      <source>Close it there and try again, or give another file name. If it is open nowhere, delete {lock} beside it.</source>
      <translation>请在该程序中关闭后重试，或另起文件名。如果哪里都没有打开，请删除旁边的 {lock}。</translation>
    </message>
    <message>
      <location filename="spreadsheets/atomic.py" />
      <source>Free some space there or in the folder for temporary files, then try again.</source>
      <translation>请在该处或临时文件夹所在磁盘腾出空间，然后重试。</translation>
    </message>
    <message>
      <location filename="spreadsheets/atomic.py" />
      <source>Give another file name or folder.</source>
      <translation>请另起文件名或换文件夹。</translation>
    </message>
    <message>
      <location filename="spreadsheets/atomic.py" />
      <source>Give the name of a file.</source>
      <translation>请给出文件名。</translation>
    </message>
    <message>
      <location filename="spreadsheets/atomic.py" />
      <source>It is read-only or open in another program: close it there, or give another file name or folder.</source>
      <translation>文件为只读，或正在其他程序中打开：请关闭，或另起文件名或换文件夹。</translation>
    </message>
    <message>
      <location filename="spreadsheets/atomic.py" />
      <source>Nothing was replaced. Check the disk or the network drive, then try again.</source>
      <translation>没有替换任何文件。请检查磁盘或网络驱动器，然后重试。</translation>
    </message>
    <message>
      <location filename="spreadsheets/atomic.py" />
      <source>The disk is full: {name} was not written.</source>
      <translation>磁盘已满：{name} 未写入。</translation>
    </message>
    <message>
      <location filename="spreadsheets/atomic.py" />
      <source>The folder {folder} does not exist.</source>
      <translation>文件夹 {folder} 不存在。</translation>
    </message>
    <message>
      <location filename="spreadsheets/atomic.py" />
      <source>The new file {name} did not read back as it was written.</source>
      <translation>新文件 {name} 读回的内容与写入的不符。</translation>
    </message>
    <message>
      <location filename="spreadsheets/atomic.py" />
      <source>{name} is open in Excel, WPS or LibreOffice.</source>
      <translation>{name} 正在 Excel、WPS 或 LibreOffice 中打开。</translation>
    </message>
    <message>
      <location filename="spreadsheets/atomic.py" />
      <source>{path} could not be written: {reason}</source>
      <translation>{path} 写入失败：{reason}</translation>
    </message>
    <message>
      <location filename="spreadsheets/atomic.py" />
      <source>{path} is a folder, not a file.</source>
      <translation>{path} 是文件夹，不是文件。</translation>
    </message>
    <message>
      <location filename="spreadsheets/cells_out.py" />
      <source>A sheet holds {limit} rows at most.</source>
      <translation>一张工作表最多 {limit} 行。</translation>
    </message>
    <message>
      <location filename="spreadsheets/cells_out.py" />
      <source>Correct the record and write the sheet again.</source>
      <translation>请更正记录后重新写出采集表。</translation>
    </message>
    <message>
      <location filename="spreadsheets/cells_out.py" />
      <source>Divide the records, for example by township.</source>
      <translation>请把记录分开写出，例如按乡镇。</translation>
    </message>
    <message>
      <location filename="spreadsheets/cells_out.py" />
      <source>Remove it from the record and write the sheet again.</source>
      <translation>请从记录中删除该字符后重新写出采集表。</translation>
    </message>
    <message>
      <location filename="spreadsheets/cells_out.py" />
      <source>Row {row}, column {column}: not a number.</source>
      <translation>第{row}行，{column}：不是数字。</translation>
    </message>
    <message>
      <location filename="spreadsheets/cells_out.py" />
      <source>Row {row}, column {column}: the text has {length} characters, a cell holds {limit} at most.</source>
      <translation>第{row}行，{column}：文字有 {length} 个字符，一个单元格最多 {limit} 个。</translation>
    </message>
    <message>
      <location filename="spreadsheets/cells_out.py" />
      <source>Row {row}, column {column}: the text holds a control character ({code}) that a workbook cannot hold.</source>
      <translation>第{row}行，{column}：文字含有工作簿不能保存的控制字符（{code}）。</translation>
    </message>
    <message>
      <location filename="spreadsheets/cells_out.py" />
      <source>Shorten the text and write the sheet again.</source>
      <translation>请缩短文字后重新写出采集表。</translation>
    </message>
    <message>
      <location filename="spreadsheets/corrections.py" />
      <source>Choose another column for one of them.</source>
      <translation>请为其中一列另选。</translation>
    </message>
    <message>
      <location filename="spreadsheets/corrections.py" />
      <source>Columns are: {names}</source>
      <translation>可用的列：{names}</translation>
    </message>
    <message>
      <location filename="spreadsheets/corrections.py" />
      <source>Corrected headers, {scope}, {column}: {value} is no column.</source>
      <translation>更正的表头，{scope}，{column}：没有 {value} 这一列。</translation>
    </message>
    <message>
      <location filename="spreadsheets/corrections.py" />
      <source>Corrected headers: there is no column {column} in {scope}.</source>
      <translation>更正的表头：{scope} 中没有 {column} 列。</translation>
    </message>
    <message>
      <location filename="spreadsheets/corrections.py" />
      <source>Give the row of the header as Excel numbers it, such as 3.</source>
      <translation>请填写表头在 Excel 中的行号，例如 3。</translation>
    </message>
    <message>
      <location filename="spreadsheets/corrections.py" />
      <source>Name the column by its letter.</source>
      <translation>请用列标指明该列。</translation>
    </message>
    <message>
      <location filename="spreadsheets/corrections.py" />
      <source>Row {row} was named as the header of {scope}.</source>
      <translation>指定了 {scope} 的第 {row} 行为表头，但没有这个文件或表。</translation>
    </message>
    <message>
      <location filename="spreadsheets/corrections.py" />
      <source>Take the correction out, or write its header as in the sheet.</source>
      <translation>请去掉这条更正，或按表中原样写表头。</translation>
    </message>
    <message>
      <location filename="spreadsheets/corrections.py" />
      <source>The corrected headers are not JSON: {reason}.</source>
      <translation>更正的表头不是 JSON：{reason}。</translation>
    </message>
    <message>
      <location filename="spreadsheets/corrections.py" />
      <source>The corrected headers have the wrong form.</source>
      <translation>更正的表头格式不对。</translation>
    </message>
    <message>
      <location filename="spreadsheets/corrections.py" />
      <source>There is no such file or sheet; look at its name.</source>
      <translation>请核对文件名或表名。</translation>
    </message>
    <message>
      <location filename="spreadsheets/corrections.py" />
      <source>Write {example}: file or sheet, then header or column letter, then store column or "".</source>
      <translation>请写成 {example}：文件或工作表，再写表头或列标，再写数据库列或 ""。</translation>
    </message>
    <message>
      <location filename="spreadsheets/corrections.py" />
      <source>{file}: columns {first} and {second} are both to be read as {column}.</source>
      <translation>{file}：第 {first} 列和第 {second} 列都要识别为 {column}。</translation>
    </message>
    <message>
      <location filename="spreadsheets/corrections.py" />
      <source>{file}: the header {header} stands there twice.</source>
      <translation>{file}：表头 {header} 出现了两次。</translation>
    </message>
    <message>
      <location filename="spreadsheets/corrections.py" />
      <source>{scope}: {row} is no number of a row.</source>
      <translation>{scope}：{row} 不是行号。</translation>
    </message>
    <message>
      <location filename="spreadsheets/dependency.py" />
      <source>Install the plugin again from its complete package, or install openpyxl.</source>
      <translation>请用完整安装包重新安装插件，或安装 openpyxl。</translation>
    </message>
    <message>
      <location filename="spreadsheets/dependency.py" />
      <source>Workbooks cannot be read or written: openpyxl is not installed.</source>
      <translation>无法读写工作簿：未安装 openpyxl。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>Copy its table into an Excel workbook (.xlsx).</source>
      <translation>请把其中的表格复制到 Excel 工作簿（.xlsx）。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>Get the file again from whoever sent it, as an Excel workbook (.xlsx).</source>
      <translation>请让报送人重新提供 Excel 工作簿（.xlsx）。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>Give the workbook (.xlsx) itself.</source>
      <translation>请直接选择工作簿（.xlsx）。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>Open it in Excel or WPS and save it as an Excel workbook (.xlsx).</source>
      <translation>请用 Excel 或 WPS 打开，另存为 Excel 工作簿（.xlsx）。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>Open it in Excel or WPS, remove the password for opening it, and save it.</source>
      <translation>请用 Excel 或 WPS 打开，取消打开密码后保存。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>Unpack it and give the workbooks themselves.</source>
      <translation>请解压后选择其中的工作簿。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>{file} is a WPS table (.et).</source>
      <translation>{file} 是 WPS 表格（.et）。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>{file} is a Word or WPS text document, not a workbook.</source>
      <translation>{file} 是 Word 或 WPS 文字文档，不是工作簿。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>{file} is a binary workbook (.xlsb).</source>
      <translation>{file} 是二进制工作簿（.xlsb）。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>{file} is a text file (such as CSV), not a workbook.</source>
      <translation>{file} 是文本文件（如 CSV），不是工作簿。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>{file} is a web page with the ending of a workbook.</source>
      <translation>{file} 是网页，只是扩展名写成了工作簿。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>{file} is a workbook of the old kind (.xls or .et).</source>
      <translation>{file} 是旧格式工作簿（.xls 或 .et）。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>{file} is a zip archive that holds no workbook.</source>
      <translation>{file} 是 zip 压缩包，其中没有工作簿。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>{file} is a zip archive with workbooks in it.</source>
      <translation>{file} 是装有工作簿的 zip 压缩包。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>{file} is a {kind} file, not a workbook.</source>
      <translation>{file} 是 {kind} 文件，不是工作簿。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>{file} is an OpenDocument file (.ods).</source>
      <translation>{file} 是 OpenDocument 文件（.ods）。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>{file} is an XML text with the ending of a workbook.</source>
      <translation>{file} 是 XML 文本，只是扩展名写成了工作簿。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>{file} is an old Office file that holds no workbook.</source>
      <translation>{file} 是旧格式 Office 文件，其中没有工作簿。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>{file} is not an Excel workbook, or it is damaged.</source>
      <translation>{file} 不是 Excel 工作簿，或已损坏。</translation>
    </message>
    <message>
      <location filename="spreadsheets/filekinds.py" />
      <source>{file} is protected by a password.</source>
      <translation>{file} 设有打开密码。</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>Check the drive or the network, or copy the file to this computer first.</source>
      <translation>请检查磁盘或网络，或先把文件复制到本机。</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>Check the name and the folder; a drive may have been removed.</source>
      <translation>请检查文件名和文件夹；磁盘可能已移除。</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>Choose the workbook (.xlsx) inside it.</source>
      <translation>请选择其中的工作簿（.xlsx）。</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>Close it in Excel or WPS, or copy it to a folder of your own.</source>
      <translation>请在 Excel 或 WPS 中关闭它，或复制到自己的文件夹。</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>Copy or download it again.</source>
      <translation>请重新复制或下载。</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>Copy or download it again; if it opens in Excel or WPS, save it there anew.</source>
      <translation>请重新复制或下载；如果 Excel 或 WPS 能打开，请在其中另存一份。</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>Remove pictures from it, or divide it into several workbooks.</source>
      <translation>请删除其中的图片，或分成几个工作簿。</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>a number in its XML is none</source>
      <translation>XML 中有一个数不是数值</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>a part lies outside of it: {name}</source>
      <translation>有内容位于文件之外：{name}</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>it holds no sheet</source>
      <translation>其中没有工作表</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>it holds two parts of one name</source>
      <translation>有两个部分同名</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>it holds {count} parts</source>
      <translation>部分数达 {count} 个</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>unpacked it has {size} MB or more</source>
      <translation>解压后达 {size} MB 以上</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>{file} cannot be read from its drive.</source>
      <translation>{file} 无法从所在磁盘读取。</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>{file} is a folder, not a workbook.</source>
      <translation>{file} 是文件夹，不是工作簿。</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>{file} is a workbook of the kind Strict Open XML.</source>
      <translation>{file} 是 Strict Open XML 类型的工作簿。</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>{file} is empty: it has no content at all.</source>
      <translation>{file} 为空：没有任何内容。</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>{file} is incomplete or damaged.</source>
      <translation>{file} 不完整或已损坏。</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>{file} is locked by another program or may not be read.</source>
      <translation>{file} 被其他程序占用，或没有读取权限。</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>{file} is not there.</source>
      <translation>{file} 不存在。</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>{file} is too large: {size} MB, {limit} MB are allowed.</source>
      <translation>{file} 过大：{size} MB，上限为 {limit} MB。</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>{name} defines entities of its own</source>
      <translation>{name} 自行定义了实体</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>{name} is far too large</source>
      <translation>{name} 过大</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>{name} is packed beyond measure</source>
      <translation>{name} 的压缩率异常</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>{part} is missing</source>
      <translation>缺少 {part}</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <source>{part} is not XML</source>
      <translation>{part} 不是 XML</translation>
    </message>
    <message>
      <location filename="spreadsheets/guard.py" />
      <location filename="spreadsheets/rawxml.py" />
      <source>{part} is not written in UTF-8</source>
      <translation>{part} 不是 UTF-8 编码</translation>
    </message>
    <message>
      <location filename="spreadsheets/marks.py" />
      <source>Delete what stands in its last columns and try again.</source>
      <translation>请删除最后几列的内容后重试。</translation>
    </message>
    <message>
      <location filename="spreadsheets/marks.py" />
      <source>The sheet {sheet} has no column left at the right.</source>
      <translation>工作表 {sheet} 右侧没有可用的列。</translation>
    </message>
    <message>
      <location filename="spreadsheets/markup.py" />
      <source>Give another file name for the copy.</source>
      <translation>请为副本另起文件名。</translation>
    </message>
    <message>
      <location filename="spreadsheets/markup.py" />
      <source>Give the copy a name that ends in "{suffix}".</source>
      <translation>副本的文件名请以「{suffix}」结尾。</translation>
    </message>
    <message>
      <location filename="spreadsheets/markup.py" />
      <source>Import the workbook again and mark up the same file.</source>
      <translation>请重新导入该工作簿，并在同一文件上标注。</translation>
    </message>
    <message>
      <location filename="spreadsheets/markup.py" />
      <source>Open it in Excel or WPS, save it as .xlsx and try again.</source>
      <translation>请用 Excel 或 WPS 打开，另存为 .xlsx 后重试。</translation>
    </message>
    <message>
      <location filename="spreadsheets/markup.py" />
      <source>The digital signature does not hold for the marked-up copy.</source>
      <translation>数字签名对标注副本无效。</translation>
    </message>
    <message>
      <location filename="spreadsheets/markup.py" />
      <source>The marked-up copy of {name} needs the same ending.</source>
      <translation>{name} 的标注副本须用相同的扩展名。</translation>
    </message>
    <message>
      <location filename="spreadsheets/markup.py" />
      <source>The marked-up copy would overwrite the workbook {name}.</source>
      <translation>标注副本会覆盖原工作簿 {name}。</translation>
    </message>
    <message>
      <location filename="spreadsheets/markup.py" />
      <source>The workbook has no sheet {sheet}.</source>
      <translation>工作簿中没有工作表 {sheet}。</translation>
    </message>
    <message>
      <location filename="spreadsheets/markup.py" />
      <source>{name} cannot be marked up.</source>
      <translation>{name} 无法标注。</translation>
    </message>
    <message>
      <location filename="spreadsheets/rawscan.py" />
      <source>Delete the rows and columns beyond the table, not only their content, save, and try again.</source>
      <translation>请删除表格以外的整行整列（不仅是内容），保存后重试。</translation>
    </message>
    <message>
      <location filename="spreadsheets/rawscan.py" />
      <source>Divide it into several workbooks, for example one for each township.</source>
      <translation>请分成几个工作簿，例如每个乡镇一个。</translation>
    </message>
    <message>
      <location filename="spreadsheets/rawscan.py" />
      <source>a cell of sheet {sheet} has no place</source>
      <translation>工作表 {sheet} 有单元格没有位置</translation>
    </message>
    <message>
      <location filename="spreadsheets/rawscan.py" />
      <source>a row in sheet {sheet} is far too long</source>
      <translation>工作表 {sheet} 有一行过长</translation>
    </message>
    <message>
      <location filename="spreadsheets/rawscan.py" />
      <source>row {row} of sheet {sheet}</source>
      <translation>工作表 {sheet} 第{row}行</translation>
    </message>
    <message>
      <location filename="spreadsheets/rawscan.py" />
      <source>row {row} of sheet {sheet} holds a cell twice</source>
      <translation>工作表 {sheet} 第{row}行有重复的单元格</translation>
    </message>
    <message>
      <location filename="spreadsheets/rawscan.py" />
      <source>row {row} of sheet {sheet} stands twice or out of order</source>
      <translation>工作表 {sheet} 第{row}行重复或次序错乱</translation>
    </message>
    <message>
      <location filename="spreadsheets/rawscan.py" />
      <source>sheet {sheet} breaks off in the middle</source>
      <translation>工作表 {sheet} 中途断开</translation>
    </message>
    <message>
      <location filename="spreadsheets/rawscan.py" />
      <source>sheet {sheet} holds no table of cells</source>
      <translation>工作表 {sheet} 中没有单元格</translation>
    </message>
    <message>
      <location filename="spreadsheets/rawscan.py" />
      <source>the cells of row {row} of sheet {sheet} bear other numbers</source>
      <translation>工作表 {sheet} 第{row}行的单元格编号不符</translation>
    </message>
    <message>
      <location filename="spreadsheets/rawscan.py" />
      <source>{file}: cell {cell} of sheet {sheet} lies far outside the table.</source>
      <translation>{file}：工作表 {sheet} 的单元格 {cell} 远在表格之外。</translation>
    </message>
    <message>
      <location filename="spreadsheets/rawscan.py" />
      <source>{file}: sheet {sheet} has more than {limit} rows.</source>
      <translation>{file}：工作表 {sheet} 超过 {limit} 行。</translation>
    </message>
    <message>
      <location filename="spreadsheets/rawxml.py" />
      <location filename="spreadsheets/reader.py" />
      <source>Open it in Excel or WPS, let it be repaired, and save it again as .xlsx.</source>
      <translation>请用 Excel 或 WPS 打开并修复，另存为 .xlsx。</translation>
    </message>
    <message>
      <location filename="spreadsheets/rawxml.py" />
      <source>Open it in Excel or WPS, shorten the text, and save it again as .xlsx.</source>
      <translation>请用 Excel 或 WPS 打开，缩短文字，另存为 .xlsx。</translation>
    </message>
    <message>
      <location filename="spreadsheets/rawxml.py" />
      <source>a control character stands in {part}</source>
      <translation>{part} 中有控制字符</translation>
    </message>
    <message>
      <location filename="spreadsheets/rawxml.py" />
      <source>{file} is damaged: {what}.</source>
      <translation>{file} 已损坏：{what}。</translation>
    </message>
    <message>
      <location filename="spreadsheets/rawxml.py" />
      <source>{file}: a text in {where} is longer than a cell can hold ({limit} characters).</source>
      <translation>{file}：{where}的文字超过单元格上限（{limit} 个字符）。</translation>
    </message>
    <message>
      <location filename="spreadsheets/reader.py" />
      <source>Install it, or let the workbook be read by openpyxl.</source>
      <translation>请安装它，或改用 openpyxl 读取工作簿。</translation>
    </message>
    <message>
      <location filename="spreadsheets/reader.py" />
      <source>Open it in Excel or WPS and save it again as .xlsx.</source>
      <translation>请用 Excel 或 WPS 打开，另存为 .xlsx。</translation>
    </message>
    <message>
      <location filename="spreadsheets/reader.py" />
      <source>The fast reader python-calamine is not installed.</source>
      <translation>未安装快速读表组件 python-calamine。</translation>
    </message>
    <message>
      <location filename="spreadsheets/reader.py" />
      <source>{file} is damaged: its sheets cannot be read.</source>
      <translation>{file} 已损坏：工作表无法读取。</translation>
    </message>
    <message>
      <location filename="spreadsheets/reader.py" />
      <source>{file}: row {row} of sheet {sheet} cannot be read as it stands; nothing was imported.</source>
      <translation>{file}：工作表 {sheet} 第{row}行无法按原样读取；没有导入任何内容。</translation>
    </message>
    <message>
      <location filename="spreadsheets/rowkinds.py" />
      <source>A heading inside the table.</source>
      <translation>表中的小标题。</translation>
    </message>
    <message>
      <location filename="spreadsheets/rowkinds.py" />
      <source>A note or signature below the table.</source>
      <translation>表下的备注或签名。</translation>
    </message>
    <message>
      <location filename="spreadsheets/rowkinds.py" />
      <source>A total.</source>
      <translation>合计行。</translation>
    </message>
    <message>
      <location filename="spreadsheets/rowkinds.py" />
      <source>An example.</source>
      <translation>示例行。</translation>
    </message>
    <message>
      <location filename="spreadsheets/rowkinds.py" />
      <source>Holds only formulas without a result.</source>
      <translation>只有没有结果的公式。</translation>
    </message>
    <message>
      <location filename="spreadsheets/rowkinds.py" />
      <source>Holds only what the office filled in beforehand.</source>
      <translation>只有事先填好的内容。</translation>
    </message>
    <message>
      <location filename="spreadsheets/rowkinds.py" />
      <source>Nothing stands in a column that is known.</source>
      <translation>已识别的列中没有内容。</translation>
    </message>
    <message>
      <location filename="spreadsheets/rowkinds.py" />
      <source>Numbers of the columns.</source>
      <translation>列编号行。</translation>
    </message>
    <message>
      <location filename="spreadsheets/rowkinds.py" />
      <source>Only the row number is filled in.</source>
      <translation>只填了序号。</translation>
    </message>
    <message>
      <location filename="spreadsheets/rowkinds.py" />
      <source>The header again.</source>
      <translation>重复的表头。</translation>
    </message>
    <message>
      <location filename="spreadsheets/rowkinds.py" />
      <source>The header of another table.</source>
      <translation>另一张表的表头。</translation>
    </message>
    <message>
      <location filename="spreadsheets/sharedtexts.py" />
      <source>Open it in Excel or WPS if you trust it, delete empty rows and pictures, and save it again as .xlsx.</source>
      <translation>如果信任此文件，请用 Excel 或 WPS 打开，删除空行和图片，另存为 .xlsx。</translation>
    </message>
    <message>
      <location filename="spreadsheets/sharedtexts.py" />
      <source>it holds more than {count} texts</source>
      <translation>文字多于 {count} 段</translation>
    </message>
    <message>
      <location filename="spreadsheets/sharedtexts.py" />
      <source>its texts repeat to more than {size} MB</source>
      <translation>文字重复后超过 {size} MB</translation>
    </message>
    <message>
      <location filename="spreadsheets/sharedtexts.py" />
      <source>the shared texts</source>
      <translation>共享文字</translation>
    </message>
    <message>
      <location filename="spreadsheets/sharedtexts.py" />
      <source>{file} was not opened, it could harm this computer: {what}.</source>
      <translation>{file} 未打开，可能危害本机：{what}。</translation>
    </message>
    <message>
      <location filename="spreadsheets/tables.py" />
      <source>Choose the row with the names of the columns.</source>
      <translation>请选择列名所在的行。</translation>
    </message>
    <message>
      <location filename="spreadsheets/tables.py" />
      <source>Its sheets are: {sheets}</source>
      <translation>其中的工作表有：{sheets}</translation>
    </message>
    <message>
      <location filename="spreadsheets/tables.py" />
      <source>Sheet {sheet} has no known header and was left out.</source>
      <translation>工作表 {sheet} 没有可识别的表头，已略去。</translation>
    </message>
    <message>
      <location filename="spreadsheets/tables.py" />
      <source>Sheet {sheet}: column {column} has the header {header} a second time; the first one counts.</source>
      <translation>工作表 {sheet}：{column} 列的表头「{header}」重复，以第一个为准。</translation>
    </message>
    <message>
      <location filename="spreadsheets/tables.py" />
      <source>Sheet {sheet}: hidden rows were read as well ({count}).</source>
      <translation>工作表 {sheet}：{count} 个隐藏行也已读取。</translation>
    </message>
    <message>
      <location filename="spreadsheets/tables.py" />
      <source>Sheet {sheet}: rows that name nobody and no product, only what the office filled in beforehand, were passed over ({count}).</source>
      <translation>工作表 {sheet}：有 {count} 行没有主体、没有产品，只有事先填好的内容（地区、网格员、采集员等），已略过。</translation>
    </message>
    <message>
      <location filename="spreadsheets/tables.py" />
      <source>Sheet {sheet}: these columns are not known; their content goes into the remarks: {columns}</source>
      <translation>工作表 {sheet}：以下各列无法识别，内容移到备注：{columns}</translation>
    </message>
    <message>
      <location filename="spreadsheets/tables.py" />
      <source>Sheet {sheet}: these hidden columns were read as well: {columns}</source>
      <translation>工作表 {sheet}：以下隐藏列也已读取：{columns}</translation>
    </message>
    <message>
      <location filename="spreadsheets/tables.py" />
      <source>The header row ({titles}, …) must stand within the first {count} rows of a visible sheet.</source>
      <translation>表头行（{titles} 等）须在可见工作表的前 {count} 行之内。</translation>
    </message>
    <message>
      <location filename="spreadsheets/tables.py" />
      <source>The hidden sheet {sheet} was left out (rows: {rows}). Name it to import it.</source>
      <translation>工作表 {sheet} 已隐藏，略去 {rows} 行。如需导入，请指明其名称。</translation>
    </message>
    <message>
      <location filename="spreadsheets/tables.py" />
      <source>These sheets are hidden: {sheets}. Show them in Excel or WPS, or name the one to import.</source>
      <translation>以下工作表已隐藏：{sheets}。请在 Excel 或 WPS 中取消隐藏，或指明要导入的工作表。</translation>
    </message>
    <message>
      <location filename="spreadsheets/tables.py" />
      <source>{file} has no sheet {sheet}.</source>
      <translation>{file} 中没有工作表 {sheet}。</translation>
    </message>
    <message>
      <location filename="spreadsheets/tables.py" />
      <source>{file}, {sheet}: row {row} is to be the header, but nothing stands in it.</source>
      <translation>{file}，表 {sheet}：指定第 {row} 行为表头，但该行是空的。</translation>
    </message>
    <message>
      <location filename="spreadsheets/tables.py" />
      <source>{file}: no header such as {titles} was found in a visible sheet.</source>
      <translation>{file}：可见工作表中没有找到 {titles} 这样的表头。</translation>
    </message>
    <message>
      <location filename="spreadsheets/tables.py" />
      <source>{file}: no header such as {titles} was found.</source>
      <translation>{file}：没有找到 {titles} 这样的表头。</translation>
    </message>
  </context>
</TS>
