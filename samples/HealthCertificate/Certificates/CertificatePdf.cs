using HealthCertificate.Cases;
using SkiaSharp;

namespace HealthCertificate.Certificates;

/// <summary>
/// The certificate (Bescheinigung nach § 43 Abs. 1 IfSG), drawn anew from the case whenever it is asked for. It carries no seal and no signature of its own: whether it needs one is the office's decision. The library writes
/// no structure tags, so the page of the case says the same in HTML.
/// </summary>
public sealed class CertificatePdf(PdfFonts fonts)
{
    private const float Size = 11;
    private const float Column = 220;

    public byte[] Write(string number, CaseContent content)
    {
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream, Metadata(number, content)))
        {
            using (var pages = new PdfPages(document, fonts, $"Vorgang {number}"))
                Fill(pages, number, content);
            document.Close();
        }

        return stream.ToArray();
    }

    /// <summary>What the certificate says, for the page too.</summary>
    public static IReadOnlyList<SheetLine> Lines(string number, CaseContent content) =>
    [
        new("Name", content.Person!.Name),
        new("Geburtsdatum", content.Person.DateOfBirth is { } birth ? GermanDate.Partial(birth) : "nicht übermittelt"),
        new("Belehrt am", GermanDate.Of(GermanDate.Day(content.AttendedAt!.Value))),
        new("Gesundheitsamt", string.Join(", ", content.Office.AddressLines.Prepend(content.Office.Name))),
        new("Vorgangsnummer", number),
    ];

    private void Fill(PdfPages pages, string number, CaseContent content)
    {
        pages.Paragraph("Bescheinigung", fonts.Bold, 20);
        pages.Paragraph("nach § 43 Absatz 1 Infektionsschutzgesetz (IfSG)", fonts.Regular, 13);
        pages.Space(14);
        foreach (var line in Lines(number, content))
            pages.Pair(line.Label, line.Value, Size, Column);
        pages.Space(14);
        pages.Paragraph("Die oben genannte Person wurde vom Gesundheitsamt über die Tätigkeitsverbote nach § 42 Absatz 1 IfSG und über die Verpflichtungen nach § 43 Absatz 2, 4 und 5 IfSG belehrt. "
            + "Sie hat danach in Textform erklärt, dass ihr keine Tatsachen für ein Tätigkeitsverbot bei ihr bekannt sind.", fonts.Regular, Size);
        pages.Space(10);
        pages.Paragraph("Wer erstmals eine Tätigkeit nach § 42 Absatz 1 IfSG aufnimmt, darf dabei keine Bescheinigung vorlegen, die älter als drei Monate ist.", fonts.Regular, Size);
    }

    private static SKDocumentPdfMetadata Metadata(string number, CaseContent content) => new()
    {
        Title = $"Bescheinigung nach § 43 IfSG – Vorgang {number}",
        Creator = "HealthCertificate",
        Producer = "SkiaSharp",
        Creation = content.AttendedAt!.Value.UtcDateTime,
        Modified = content.AttendedAt!.Value.UtcDateTime,
        PdfA = true,
        RasterDpi = 144,
        EncodingQuality = 90,
    };
}
