import Testing

@Suite("CEL: conversions, texts and time")
struct LanguageLibraryTests {
    @Test("Each expression gives its value", arguments: conversions + texts + instants + lengths)
    func value(_ item: LanguageCase) { #expect(item.outcome == item.expected, "\(item.expression)") }

    static let conversions: [LanguageCase] = [
        .init("int(-1.9)", "-1"), .init("int(1.9)", "1"), .init("int('-12')", "-12"),
        .init("int('1.5')", "error"),
        .init("int(1e99)", "error"), .init("int(-9223372036854775808.0)", "error"),
        .init("int(9223372036854775807.0)", "error"), .init("int(18446744073709551615u)", "error"),
        .init("int(double('NaN'))", "error"), .init("int(true)", "error"), .init("int(5)", "5"),
        .init("uint(-1)", "error"), .init("uint(-1.0)", "error"), .init("uint('300')", "300u"),
        .init("uint(1.9)", "1u"), .init("uint('-1')", "error"), .init("uint(7u)", "7u"),
        .init("double('1e2')", "100.0"), .init("double('abc')", "error"), .init("double(3u)", "3.0"),
        .init("double('-0') == 0.0", "true"), .init("double('Infinity') > 1.0", "true"),
        .init("double('-Infinity') < 1.0", "true"),
        .init("double(9223372036854775807)", "9.223372036854776e+18"),
        .init("string(123.456)", "\"123.456\""), .init("string(-4.5e-3)", "\"-0.0045\""),
        .init("string(876u)", "\"876\""), .init("string(true)", "\"true\""),
        .init("string(b'\\303\\277')", "\"ÿ\""),
        .init("string(b'\\xff')", "error"), .init("string('a')", "\"a\""),
        .init("bytes('é')", "b\"\\xc3\\xa9\""),
        .init("bytes(b'a')", "b\"a\""),
        .init("bool('true') && bool('TRUE') && bool('True') && bool('t')", "true"),
        .init("bool('1') && !bool('0') && !bool('false') && !bool('False') && !bool('f')", "true"),
        .init("bool('TrUe')", "error"), .init("bool('')", "error"), .init("bool(true)", "true"),
        .init("type(dyn([1, 'a']))", "list"), .init("type({})", "map"), .init("type(null)", "null_type"),
        .init("type(timestamp(0)) == google.protobuf.Timestamp", "true"),
        .init("type(duration('1s'))", "google.protobuf.Duration"), .init("type(type(1))", "type"),
        .init("[int, uint, double, bool, string, bytes, list, map, null_type, type].size()", "10"),
    ]

    static let texts: [LanguageCase] = [
        .init("'hubba'.matches('ubb')", "true"), .init("'hubba'.matches('^ubb')", "false"),
        .init("matches('abcd', '^(ab)(cd)$')", "true"), .init("'aaa'.matches('^a{2,}$')", "true"),
        .init("'x'.matches('[^a-w]')", "true"), .init("'é'.matches('^.$')", "true"),
        .init("'a\\nb'.matches('a.b')", "false"), .init("'a'.matches('(')", "error"),
        .init("'A'.matches('(?i)a')", "true"), .init("'a1_'.matches('^\\\\w+$')", "true"),
        .init("'ab'.matches('a|b$')", "true"), .init("'aa'.matches('(a)\\\\1')", "error"),
        .init("'foobar'.startsWith('foo') && 'foobar'.endsWith('bar')", "true"),
        .init("''.startsWith('')", "true"),
        .init("'forté'.endsWith('té') && 'fortés'.contains('té')", "true"),
        .init("'a'.contains(1)", "error"),
        .init("''.size()", "0"), .init("'a'.startsWith(b'a')", "error"),
    ]

    private static let instant = "timestamp('2009-02-13T23:31:30.123456789Z')"

    static let instants: [LanguageCase] = [
        .init("\(instant).getFullYear()", "2009"), .init("\(instant).getMonth()", "1"),
        .init("\(instant).getDate()", "13"), .init("\(instant).getDayOfMonth()", "12"),
        .init("\(instant).getDayOfWeek()", "5"), .init("\(instant).getDayOfYear()", "43"),
        .init("\(instant).getHours()", "23"), .init("\(instant).getMinutes()", "31"),
        .init("\(instant).getSeconds()", "30"), .init("\(instant).getMilliseconds()", "123"),
        .init("\(instant).getDate('Australia/Sydney')", "14"), .init("\(instant).getHours('-02:30')", "21"),
        .init("\(instant).getMinutes('America/St_Johns')", "1"), .init("\(instant).getHours('02:00')", "1"),
        .init("\(instant).getDayOfWeek('UTC')", "5"), .init("\(instant).getHours('Nowhere/At_All')", "error"),
        .init("string(\(instant))", "\"2009-02-13T23:31:30.123456789Z\""),
        .init("int(timestamp('1970-01-01T00:00:01Z'))", "1"),
        .init("timestamp(1)", "timestamp(\"1970-01-01T00:00:01Z\")"),
        .init("timestamp('2012-03-01T00:00:00+01:00')", "timestamp(\"2012-02-29T23:00:00Z\")"),
        .init("timestamp('2013-02-29T00:00:00Z')", "error"),
        .init("timestamp('0000-12-31T23:59:59Z')", "error"),
        .init("timestamp(253402300799)", "timestamp(\"9999-12-31T23:59:59Z\")"),
        .init("timestamp(253402300800)", "error"), .init("timestamp(-62135596801)", "error"),
        .init("timestamp('2009-02-13T23:31:30Z') - timestamp('2009-02-13T23:31:00Z')", "duration(\"30s\")"),
        .init("timestamp('2009-02-13T00:00:00Z') - duration('1s')", "timestamp(\"2009-02-12T23:59:59Z\")"),
        .init("duration('240s') + timestamp('2009-02-13T23:00:00Z')", "timestamp(\"2009-02-13T23:04:00Z\")"),
        .init("timestamp('9999-12-31T23:59:59Z') + duration('1s')", "error"),
        .init("timestamp('0001-01-01T00:00:00Z') - duration('1s')", "error"),
        .init("timestamp(0) < timestamp(1) && timestamp(1) >= timestamp(0)", "true"),
        .init("timestamp('9999-12-31T23:59:59Z') - timestamp('0001-01-01T00:00:00Z')", "error"),
        .init("timestamp(0) + timestamp(0)", "error"),
        .init("timestamp(timestamp(5)) == timestamp(5)", "true"),
    ]

    static let lengths: [LanguageCase] = [
        .init("duration('10000s').getHours()", "2"), .init("duration('3730s').getMinutes()", "62"),
        .init("duration('1h2m3s').getSeconds()", "3723"), .init("duration('-1.5s')", "duration(\"-1.5s\")"),
        .init("string(duration('1h'))", "\"3600s\""), .init("duration('1000000000000s')", "error"),
        .init("duration('1')", "error"), .init("duration('')", "error"),
        .init("duration('1.5h').getMinutes()", "90"),
        .init("duration('1s') - duration('2s')", "duration(\"-1s\")"), .init("-duration('1s')", "error"),
        .init("duration('9223372036s') + duration('9223372036s')", "error"),
        .init("duration('1s') < duration('1m')", "true"),
        .init("duration('60s') == duration('1m')", "true"), .init("duration('1s') * 2", "error"),
    ]
}
