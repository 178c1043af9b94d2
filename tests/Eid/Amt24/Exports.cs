using System.Text;
using BaseComponents.Eid;
using BaseComponents.Eid.Amt24;

namespace BaseComponents.Tests.Eid.Amt24;

/// <summary>A form with its options, and the reading of a text.</summary>
internal static class Exports
{
    public static Amt24ExportOptions Options(Action<Amt24ExportOptions>? change = null)
    {
        var options = new Amt24ExportOptions();
        foreach (var (name, group, field) in new[]
        {
            ("FamilyName", "antragsteller", "nachname"), ("GivenNames", "antragsteller", "vorname"), ("DateOfBirth", "antragsteller", "geburtsdatum"),
            ("Street", "anschrift", "strasse"), ("PostalCode", "anschrift", "plz"), ("OrganisationName", "firma", "name"), ("MailAddress", "antragsteller", "e_mail"),
        })
            options.Fields[name] = new Amt24Field { Group = group, Field = field };
        change?.Invoke(options);
        return options;
    }

    public static Task<Amt24Export> XmlAsync(string text, Action<Amt24ExportOptions>? change = null) => ReadAsync(text, change, isXml: true);

    public static Task<Amt24Export> JsonAsync(string text, Action<Amt24ExportOptions>? change = null) => ReadAsync(text, change, isXml: false);

    /// <summary>The reason of the refusal.</summary>
    public static async Task<string> RefusalAsync(Func<Task> reading)
    {
        var thrown = (await reading.Should().ThrowAsync<EidException>()).Which;
        thrown.Code.Should().Be("eid.amt24-export");
        thrown.ToString().Should().NotContain("Mustermann");
        return thrown.Message.Split('(', ')')[1];
    }

    private static async Task<Amt24Export> ReadAsync(string text, Action<Amt24ExportOptions>? change, bool isXml)
    {
        var reader = new Amt24ExportReader(Options(change));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return isXml ? await reader.ReadXmlAsync(stream, TestContext.Current.CancellationToken) : await reader.ReadJsonAsync(stream, TestContext.Current.CancellationToken);
    }
}
