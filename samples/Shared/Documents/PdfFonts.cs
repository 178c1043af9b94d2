namespace MunicipalService.Documents;

/// <summary>
/// The regular and the bold font of the PDF: DejaVu Sans from npm, else a font of the operating system that has the letters of German names.
/// The standard fonts of PDF have neither ẞ nor combining marks, so one of these must be there.
/// </summary>
public sealed class PdfFonts : IDisposable
{
    private const string MustHave = "ÄÖÜäöüßẞŁłŐőȘșČčĐđ\u0301\u0302\u030C\u0328";

    private PdfFonts(PdfFont regular, PdfFont bold) => (Regular, Bold) = (regular, bold);

    public PdfFont Regular { get; }

    public PdfFont Bold { get; }

    /// <summary>Loads the fonts; <paramref name="folder"/> is looked through before the operating system.</summary>
    /// <exception cref="InvalidOperationException">No usable font exists. Install npm and build again, or install the DejaVu fonts.</exception>
    public static PdfFonts Load(string folder)
    {
        foreach (var (regular, bold) in FontFiles.Find(FontFiles.SystemFolders.Prepend(folder)))
        {
            var fonts = new PdfFonts(PdfFont.Load(regular), PdfFont.Load(bold));
            if (fonts.Regular.Covers(MustHave) && fonts.Bold.Covers(MustHave))
                return fonts;
            fonts.Dispose();
        }

        throw new InvalidOperationException(
            "No font for the PDF has the letters of German names. Build with npm present (it fetches DejaVu Sans) or install the DejaVu fonts.");
    }

    public void Dispose()
    {
        Regular.Dispose();
        Bold.Dispose();
    }
}
