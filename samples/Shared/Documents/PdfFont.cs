using System.Runtime.InteropServices;
using HarfBuzzSharp;
using SkiaSharp;

namespace MunicipalService.Documents;

/// <summary>A TrueType font of the PDF: its outlines and its shaping rules.</summary>
public sealed class PdfFont : IDisposable
{
    // Shaping works in whole units; this many per point keep the error below a hundredth of a point.
    private const int UnitsPerPoint = 64;

    // Ligatures off: a reader that copies "fi" shall find two letters.
    private static readonly Feature[] Features = [Feature.Parse("-liga"), Feature.Parse("-clig")];

    private readonly Blob _blob;
    private readonly Face _face;

    private PdfFont(SKTypeface typeface)
    {
        Typeface = typeface;
        using var file = typeface.OpenStream(out var index);
        _blob = Copy(file);
        _face = new Face(_blob, index);
    }

    public SKTypeface Typeface { get; }

    /// <exception cref="InvalidDataException">The file is not a font.</exception>
    public static PdfFont Load(string file) => new(SKTypeface.FromFile(file) ?? throw new InvalidDataException($"'{file}' is not a font."));

    /// <summary>Glyphs and positions of one line of text at a size in points.</summary>
    public ShapedText Shape(string text, float size)
    {
        using var font = new Font(_face);
        font.SetScale((int)(size * UnitsPerPoint), (int)(size * UnitsPerPoint));
        font.SetFunctionsOpenType();
        using var buffer = new HarfBuzzSharp.Buffer();
        // One cluster per letter as people see it, with its marks.
        buffer.ClusterLevel = ClusterLevel.MonotoneGraphemes;
        buffer.AddUtf8(text);
        buffer.GuessSegmentProperties();
        font.Shape(buffer, Features);
        return ShapedText.Of(text, buffer, UnitsPerPoint);
    }

    /// <summary>True when the font has a glyph for every character.</summary>
    public bool Covers(string text)
    {
        using var font = new SKFont(Typeface);
        return font.ContainsGlyphs(text);
    }

    // The shaper keeps the address it is given, so the bytes live where the garbage collector does not move them.
    private static Blob Copy(SKStreamAsset file)
    {
        var memory = Marshal.AllocHGlobal(file.Length);
        file.Read(memory, file.Length);
        return new Blob(memory, file.Length, MemoryMode.ReadOnly, () => Marshal.FreeHGlobal(memory));
    }

    public void Dispose()
    {
        _face.Dispose();
        _blob.Dispose();
        Typeface.Dispose();
    }
}
