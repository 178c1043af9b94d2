using SkiaSharp;

namespace DogLicence.Documents;

/// <summary>
/// The application as a PDF with searchable text, embedded fonts and a title. The library writes no structure tags and no language, so the
/// HTML summary is the accessible original.
/// </summary>
public sealed class CasePdf(PdfFonts fonts, TimeProvider clock)
{
    private const float Size = 10;
    private const float Column = 236;

    public byte[] Write(CaseSheet sheet)
    {
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream, Metadata(sheet)))
        {
            using (var pages = new PdfPages(document, fonts, $"Anmeldung eines Hundes · Vorgang {sheet.Number}"))
                Fill(pages, sheet);
            document.Close();
        }

        return stream.ToArray();
    }

    private void Fill(PdfPages pages, CaseSheet sheet)
    {
        pages.Paragraph("Anmeldung eines Hundes", fonts.Bold, 19);
        pages.Paragraph($"Vorgangsnummer {sheet.Number}", fonts.Regular, Size);
        foreach (var section in sheet.Sections)
        {
            pages.Space(9);
            pages.Reserve(60);
            pages.Paragraph(section.Title, fonts.Bold, 13);
            pages.Rule();
            foreach (var line in section.Lines)
                pages.Pair(line.Label, line.Value, Size, Column);
        }

        pages.Space(12);
        pages.Paragraph("Die Angaben wurden elektronisch gemacht. Die Person hat sich mit dem oben genannten Vertrauensniveau ausgewiesen; "
            + "eine Unterschrift ist nicht nötig. Die barrierefreie Fassung dieses Antrags ist die Zusammenfassung auf der Internetseite.", fonts.Regular, 9);
    }

    private SKDocumentPdfMetadata Metadata(CaseSheet sheet) => new()
    {
        Title = $"Anmeldung eines Hundes – Vorgang {sheet.Number}",
        Subject = "Antrag",
        Creator = "DogLicence",
        Producer = "SkiaSharp",
        Creation = clock.GetUtcNow().UtcDateTime,
        Modified = clock.GetUtcNow().UtcDateTime,
        PdfA = true,
        RasterDpi = 144,
        EncodingQuality = 90,
    };
}
