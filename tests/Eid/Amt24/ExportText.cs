using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Json;

namespace BaseComponents.Tests.Eid.Amt24;

/// <summary>Exports as a process of Amt24 writes them, out of (group, instance, field, value).</summary>
internal static class ExportText
{
    public static readonly byte[] Pdf = "%PDF-1.7 summary"u8.ToArray();

    public const string FormId = "6000663:Hundesteuer:v1.0";

    public static (string Group, int Instance, string Field, string Value)[] Applicant { get; } =
    [
        ("antragsteller", 0, "nachname", "Mustermann"),
        ("antragsteller", 0, "vorname", "Erika"),
        ("antragsteller", 0, "geburtsdatum", "1964-08-12T00:00:00.000+01:00"),
        ("anschrift", 0, "strasse", "Heidestraße"),
        ("anschrift", 0, "plz", "01067"),
    ];

    /// <param name="values">The fields, those of one instance side by side.</param>
    /// <param name="isBroken">Whether groups end as they do where the export has its defect.</param>
    public static string Xml(IEnumerable<(string Group, int Instance, string Field, string Value)> values, string metadata = "", bool isBroken = false)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<serviceportal>").Append(metadata).Append("<serviceportal-fields>");
        string? last = null;
        foreach (var instance in values.GroupBy(value => (value.Group, value.Instance)))
        {
            if (isBroken && last is not null && last != instance.Key.Group)
                text.Append(CultureInfo.InvariantCulture, $"</{last}>");
            if (!isBroken || last != instance.Key.Group)
                text.Append(CultureInfo.InvariantCulture, $"<{instance.Key.Group}>");
            text.Append(CultureInfo.InvariantCulture, $"\n  <instance_{instance.Key.Instance}>");
            foreach (var field in instance)
                text.Append(CultureInfo.InvariantCulture, $"<{field.Field}>{SecurityElement.Escape(field.Value)}</{field.Field}>");
            text.Append(CultureInfo.InvariantCulture, $"</instance_{instance.Key.Instance}></{instance.Key.Group}>");
            last = instance.Key.Group;
        }
        return text.Append("</serviceportal-fields></serviceportal>").ToString();
    }

    public static string Json(IEnumerable<(string Group, int Instance, string Field, string Value)> values, bool withMetadata = false)
    {
        var fields = values.ToDictionary(value => $"{value.Group}_{value.Instance}_{value.Field}", value => value.Value);
        return withMetadata
            ? JsonSerializer.Serialize(new { metadata = new { formId = FormId, postfachHandleId = "handle-1", creationDate = "2026-11-27T10:00:00.000+0100", pdfApplicantFormBase64 = Convert.ToBase64String(Pdf) }, fields })
            : JsonSerializer.Serialize(fields);
    }

    public static string Metadata(byte[]? pdf = null) =>
        $"<metadata><formId>{FormId}</formId><postfachHandleId>handle-1</postfachHandleId><pdfApplicantFormBase64>{Convert.ToBase64String(pdf ?? Pdf)}</pdfApplicantFormBase64><creationDate>2026-11-27T10:00:00.000+0100</creationDate></metadata>";
}
