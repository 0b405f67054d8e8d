const fs=require('fs');const {Document,Packer,Paragraph,TextRun,HeadingLevel,Table,TableRow,TableCell,FootnoteReferenceRun,LevelFormat,Header,Footer,PageNumber,ExternalHyperlink,Tab,AlignmentType}=require('docx');
const num=[{level:0,format:LevelFormat.DECIMAL,text:'%1.',alignment:AlignmentType.START},{level:1,format:LevelFormat.LOWER_LETTER,text:'(%2)',alignment:AlignmentType.START},{level:2,format:LevelFormat.LOWER_ROMAN,text:'(%3)',alignment:AlignmentType.START}];
const P=(t,o={})=>new Paragraph({children:[new TextRun(t)],...o});
const n=(t,l,i=0)=>P(t,{numbering:{reference:'res',level:l,instance:i}});
const doc=new Document({title:'Minutes',numbering:{config:[{reference:'res',levels:num}]},
 footnotes:{1:{children:[P('Report PL/24/017 as circulated.')]},2:{children:[P('Councillor Reed dissenting.')]}},
 sections:[{headers:{default:new Header({children:[P('Westermouth Council Licensing Panel')]})},footers:{default:new Footer({children:[new Paragraph({children:[new TextRun({children:['Page ',PageNumber.CURRENT]})]})]})},
 children:[P('Licensing Panel',{heading:HeadingLevel.HEADING_1}),
 new Paragraph({children:[new TextRun({text:'12. Street trading',bold:true}),new TextRun({text:'The Licensing Officer reported.',break:1})]}),
 n('the licence be granted subject to',0),n('hours of trading;',1),n('noise; and',1),n('music',2),n('voices',2),n('litter.',1),n('fees be reviewed.',0),
 P('A second resolution began anew:'),n('the minutes be signed;',0,1),n('the meeting be adjourned.',0,1),
 new Paragraph({children:[new TextRun('The panel noted the report'),new FootnoteReferenceRun(1),new TextRun(' and agreed'),new FootnoteReferenceRun(2),new TextRun('.')]}),
 new Paragraph({children:[new TextRun('See '),new ExternalHyperlink({link:'https://westermouth.example/l',children:[new TextRun('the policy')]}),new TextRun({children:[new Tab(),'for detail']})]}),
 new Table({rows:[new TableRow({tableHeader:true,children:['Trader','Pitch','Fee'].map(t=>new TableCell({children:[P(t)]}))}),
  new TableRow({children:[new TableCell({children:[P('Ambershire Ices')],rowSpan:2}),new TableCell({children:[P('Quay')]}),new TableCell({children:[P('£120')]})]}),
  new TableRow({children:[new TableCell({children:[P('Market Square'),P('(Saturdays)')],columnSpan:2})]})]}),
 P('The meeting ended at noon.')]}]});
Packer.toBuffer(doc).then(b=>fs.writeFileSync('panel.in.docx',b));
