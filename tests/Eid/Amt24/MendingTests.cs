using CsCheck;

namespace BaseComponents.Tests.Eid.Amt24;

/// <summary>XML whose groups end once too often is mended where that has one meaning, and refused elsewhere.</summary>
public sealed class MendingTests
{
    // Names as forms have them; groups differ from their fields only by chance.
    private static readonly Gen<(string Group, int Instance, string Field, string Text)> Value = Gen.Select(
        OneOf("antragsteller", "anschrift", "firma", "tier"), Gen.Int[0, 3], OneOf("nachname", "vorname", "strasse", "name", "rasse"), OneOf("A", "ẞ & <b>", "", "</anschrift>"));

    [Fact]
    public void Whatever_is_broken_in_that_way_reads_as_if_it_were_not() => Value.List[1, 12].Sample(values =>
    {
        var fields = values.DistinctBy(value => (value.Group, value.Instance, value.Field)).OrderBy(value => value.Group, StringComparer.Ordinal).ThenBy(value => value.Instance).ToArray();
        var whole = Exports.XmlAsync(ExportText.Xml(fields)).GetAwaiter().GetResult();
        var mended = Exports.XmlAsync(ExportText.Xml(fields, isBroken: true)).GetAwaiter().GetResult();
        var json = Exports.JsonAsync(ExportText.Json(fields)).GetAwaiter().GetResult();

        return mended.Applicant == whole.Applicant && mended.Others.SequenceEqual(whole.Others) && json.Applicant == whole.Applicant && json.Others.SequenceEqual(whole.Others)
            && mended.WasMended == (fields.DistinctBy(field => (field.Group, field.Instance)).Count() > 1) && !whole.WasMended;
    }, iter: 2000);

    [Theory]
    [InlineData("<g><instance_0/></g></g></g><h><instance_0/></h>")]
    [InlineData("<g><instance_0/></g></h><h><instance_0/></h>")]
    [InlineData("<instance_0/></g>")]
    [InlineData("<g><instance_0/></g></g><instance_1/></g>")]
    [InlineData("<g><instance_0></g></instance_0><h><instance_0/></h>")]
    [InlineData("<g><instance_0/></g><!-- --></g><h><instance_0/></h>")]
    [InlineData("<g a='b'><instance_0/></g></g><h><instance_0/></h>")]
    [InlineData("<g><instance_0><a><![CDATA[</a>]]></a></instance_0></g></g><h><instance_0/></h>")]
    [InlineData("<g><instance_0/></g></g><h><instance_0>")]
    [InlineData("<g><instance_0/></g>text</g><h><instance_0/></h>", "unexpected-text")]
    [InlineData("<g><instance_0/></g><instance_1><a/></instance_1>", "unexpected-element")]
    public async Task Everything_else_is_refused(string fields, string reason = "xml-malformed") =>
        (await Exports.RefusalAsync(() => Exports.XmlAsync($"<serviceportal-fields>{fields}</serviceportal-fields>"))).Should().Be(reason);

    [Fact]
    public async Task A_group_that_goes_on_with_the_same_instance_is_refused() =>
        (await Exports.RefusalAsync(() => Exports.XmlAsync("<serviceportal-fields><g><instance_0/></g><instance_0/></g></serviceportal-fields>"))).Should().Be("field-twice");

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
