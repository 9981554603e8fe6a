# ISO texts are made of ASCII digits, and whoever parses one says what is wrong.
from datetime import date, datetime, time

texts = ('2011-11-04', '2011-11-04 ', '2011-11- 4', '20111104T0005 3', '\u0662\u0660\u0661\u0661-11-04', '+011-11-04',
         '2011-W1 -1', '2011-11-04\xe900:05', '2011W017 ', '2011-11-04T00:05:23+ 4:00', '00:0 ', 'T00:05', 'T00:0x', ' 0:05',
         '00:60', '25:00', '00:05+-1:00', '00:05:23.1234567', '2011-02-30', '2011-02-30T00:00', '2011-11-04T24:00', '24:00')
for text in texts:
    for parse in (date.fromisoformat, datetime.fromisoformat, time.fromisoformat):
        try:
            print(ascii(text), parse(text))
        except ValueError as error:
            print(ascii(str(error)))
