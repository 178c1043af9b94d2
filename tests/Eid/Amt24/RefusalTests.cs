using System.Text;
using BaseComponents.Eid;
using BaseComponents.Eid.Amt24;

namespace BaseComponents.Tests.Eid.Amt24;

/// <summary>What is refused, and with which reason.</summary>
public sealed class RefusalTests
{
    public static TheoryData<string, string> BadXml() => new()
    {
        { "", "xml-malformed" },
        { "<a/>", "other-root" },
        { "<serviceportal/>", "no-fields" },
        { "<!DOCTYPE a [<!ENTITY e 'x'>]><serviceportal-fields>&e;</serviceportal-fields>", "xml-doctype" },
        { "<serviceportal-fields><g><instance_0><nachname>&e;</nachname></instance_0></g></serviceportal-fields>", "xml-malformed" },
        { "<serviceportal-fields xmlns='urn:a'/>", "unexpected-element" },
        { "<serviceportal-fields><g><field>Mustermann</field></g></serviceportal-fields>", "unexpected-element" },
        { "<serviceportal-fields><g>Mustermann</g></serviceportal-fields>", "unexpected-text" },
        { "<serviceportal-fields><g><instance_00/></g></serviceportal-fields>", "instance-number" },
        { "<serviceportal-fields><g><instance_-1/></g></serviceportal-fields>", "instance-number" },
        { "<serviceportal-fields><g><instance_1000/></g></serviceportal-fields>", "instance-number" },
        { "<serviceportal-fields><g><instance_0/><instance_0/></g></serviceportal-fields>", "field-twice" },
        { "<serviceportal-fields><g><instance_0/></g><g><instance_0/></g></serviceportal-fields>", "field-twice" },
        { "<serviceportal-fields><g><instance_0><a>1</a><a>1</a></instance_0></g></serviceportal-fields>", "field-twice" },
        { "<serviceportal><serviceportal-fields/><serviceportal-fields/></serviceportal>", "fields-twice" },
        { "<serviceportal><metadata/><metadata/><serviceportal-fields/></serviceportal>", "metadata-twice" },
        { "<serviceportal><metadata><formId>a</formId><formId>a</formId></metadata><serviceportal-fields/></serviceportal>", "metadata-twice" },
        { "<serviceportal><metadata><pdfApplicantFormBase64>QUJD</pdfApplicantFormBase64></metadata><serviceportal-fields/></serviceportal>", "pdf-not-pdf" },
        { "<serviceportal-fields><antragsteller><instance_0><nachname><base64Data/></nachname></instance_0></antragsteller></serviceportal-fields>", "field-not-text" },
        { "<serviceportal-fields><antragsteller><instance_0><nachname><selectedValue>a</selectedValue><selectedValue>b</selectedValue></nachname></instance_0></antragsteller></serviceportal-fields>", "field-not-text" },
        { $"<serviceportal-fields><g><instance_0>{string.Concat(Enumerable.Repeat("<a>", 30))}{string.Concat(Enumerable.Repeat("</a>", 30))}</instance_0></g></serviceportal-fields>", "too-deep" },
    };

    public static TheoryData<string, string> BadJson() => new()
    {
        { "", "json-malformed" },
        { "[]", "unexpected-element" },
        { "{}", "no-fields" },
        { "{} {}", "no-fields" },
        { """{"a_0_b":1} {}""", "json-malformed" },
        { """{"a_0_b":1,"a_0_b":1}""", "field-twice" },
        { """{"fields":{},"a_0_b":1}""", "fields-twice" },
        { """{"a_0_b":1,"fields":{}}""", "fields-twice" },
        { """{"fields":{},"fields":{}}""", "fields-twice" },
        { """{"metadata":{},"metadata":{},"fields":{}}""", "metadata-twice" },
        { """{"metadata":[],"fields":{}}""", "unexpected-element" },
        { """{"metadata":{"formId":1},"fields":{}}""", "field-not-text" },
        { """{"metadata":{"pdfApplicantFormBase64":"???"},"fields":{}}""", "pdf-not-base64" },
        { """{"antragsteller_0_nachname":["Mustermann","b"]}""", "field-not-text" },
        { """{"antragsteller_0_nachname":true}""", "field-not-text" },
        { """{"antragsteller_0_nachname":"\ud800"}""", "json-malformed" },
        { """{"antragsteller_0_nachname":"Muster\u0000mann"}""", "field-control-character" },
        { """{"antragsteller_00_nachname":"Mustermann"}""", "instance-number" },
        { """{"antragsteller_1000_nachname":"Mustermann"}""", "instance-number" },
        { """{"antragsteller_0_geburtsdatum":"1964-08-11T23:00:00.000Z"}""", "date" },
        { """{"antragsteller_0_geburtsdatum":"um 1950"}""", "date" },
        { $$"""{"antragsteller_0_nachname":"{{new string('x', 2001)}}"}""", "field-too-long" },
        { $$"""{"a_0_b":{{new string('[', 30)}}{{new string(']', 30)}}}""", "json-malformed" },
    };

    [Theory]
    [MemberData(nameof(BadXml))]
    public async Task Bad_xml_is_refused(string text, string reason) => (await Exports.RefusalAsync(() => Exports.XmlAsync(text))).Should().Be(reason);

    [Theory]
    [MemberData(nameof(BadJson))]
    public async Task Bad_json_is_refused(string text, string reason) => (await Exports.RefusalAsync(() => Exports.JsonAsync(text))).Should().Be(reason);

    [Fact]
    public async Task Limits_hold()
    {
        var xml = ExportText.Xml(ExportText.Applicant, ExportText.Metadata());
        var json = ExportText.Json(ExportText.Applicant, withMetadata: true);

        foreach (var read in new Func<Action<Amt24ExportOptions>, Task>[] { change => Exports.XmlAsync(xml, change), change => Exports.JsonAsync(json, change) })
        {
            (await Exports.RefusalAsync(() => read(options => options.MaxFields = 4))).Should().Be("too-many-fields");
            (await Exports.RefusalAsync(() => read(options => options.MaxPdfBytes = ExportText.Pdf.Length - 1))).Should().Be("pdf-too-long");
            await read(options => options.MaxPdfBytes = ExportText.Pdf.Length);
        }
        (await Exports.RefusalAsync(() => Exports.JsonAsync("{" + new string(' ', 1023) + "}", options => options.MaxBytes = 1024))).Should().Be("too-long");
    }

    [Fact]
    public async Task Exports_of_other_forms_are_refused()
    {
        (await Exports.RefusalAsync(() => Exports.JsonAsync(ExportText.Json(ExportText.Applicant, withMetadata: true), options => options.FormIds.Add("6000663:Hundesteuer:v2.0")))).Should().Be("other-form");
        (await Exports.RefusalAsync(() => Exports.JsonAsync(ExportText.Json(ExportText.Applicant), options => options.FormIds.Add(ExportText.FormId)))).Should().Be("other-form");
        await Exports.JsonAsync(ExportText.Json(ExportText.Applicant, withMetadata: true), options => options.FormIds.Add(ExportText.FormId));
    }

    [Fact]
    public async Task Latin_letters_of_one_byte_are_no_utf_8()
    {
        var reader = new Amt24ExportReader(Exports.Options());
        var bytes = Encoding.Latin1.GetBytes("<serviceportal-fields><g><instance_0><a>ü</a></instance_0></g></serviceportal-fields>");

        (await Exports.RefusalAsync(() => reader.ReadXmlAsync(new MemoryStream(bytes)))).Should().Be("xml-not-utf8");
        (await Exports.RefusalAsync(() => reader.ReadJsonAsync(new MemoryStream(bytes)))).Should().Be("json-not-utf8");
    }

    [Fact]
    public async Task Giving_up_stays_giving_up()
    {
        var reader = new Amt24ExportReader(Exports.Options());

        await FluentActions.Awaiting(() => reader.ReadXmlAsync(new MemoryStream(), new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_stream_that_breaks_may_be_tried_again()
    {
        var thrown = await FluentActions.Awaiting(() => new Amt24ExportReader(Exports.Options()).ReadXmlAsync(new BrokenStream())).Should().ThrowAsync<EidException>();

        (thrown.Which.Code, thrown.Which.IsTransient).Should().Be(("eid.amt24-export", true));
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("broken");
    }
}
