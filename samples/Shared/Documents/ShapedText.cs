using System.Text;
using HarfBuzzSharp;
using SkiaSharp;

namespace MunicipalService.Documents;

/// <summary>
/// Text ready to be drawn. It carries the characters beside the glyphs, so that search and copy find ẞ and combining marks. Of letters made of several
/// glyphs only the first is text, with all characters to its name; the marks around it are drawn as shapes. As glyphs of their own they would end
/// in the middle of the letter, and readers would take the rest of its width for a gap between two words.
/// </summary>
public sealed record ShapedText(string Text, IReadOnlyList<PlacedGlyph> Letters, IReadOnlyList<PlacedGlyph> Marks, float Width)
{
    internal static ShapedText Of(string text, HarfBuzzSharp.Buffer buffer, float unitsPerPoint)
    {
        var (infos, places) = (buffer.GlyphInfos, buffer.GlyphPositions);
        var (letters, marks) = (new List<PlacedGlyph>(), new List<PlacedGlyph>());
        var x = 0f;
        for (var i = 0; i < infos.Length; i++)
        {
            var at = new SKPoint(x + places[i].XOffset / unitsPerPoint, -places[i].YOffset / unitsPerPoint);
            var isMark = i > 0 && infos[i].Cluster == infos[i - 1].Cluster;
            (isMark ? marks : letters).Add(new PlacedGlyph((ushort)infos[i].Codepoint, at, infos[i].Cluster));
            x += places[i].XAdvance / unitsPerPoint;
        }

        return new ShapedText(text, letters, marks, x);
    }

    /// <summary>Draws with the start of the base line at that point.</summary>
    public void Draw(SKCanvas canvas, SKFont font, SKPaint paint, float x, float y)
    {
        if (Letters.Count == 0)
            return;
        using var blob = Blob(font);
        canvas.DrawText(blob, x, y, paint);
        foreach (var mark in Marks)
            Draw(mark, canvas, font, paint, x, y);
    }

    private SKTextBlob Blob(SKFont font)
    {
        var text = Encoding.UTF8.GetBytes(Text);
        using var builder = new SKTextBlobBuilder();
        var run = builder.AllocatePositionedTextRun(font, Letters.Count, text.Length, null);
        run.SetGlyphs([.. Letters.Select(letter => letter.Glyph)]);
        run.SetPositions([.. Letters.Select(letter => letter.At)]);
        run.SetText(text);
        run.SetClusters([.. Letters.Select(letter => letter.Cluster)]);
        return builder.Build()!;
    }

    private static void Draw(PlacedGlyph mark, SKCanvas canvas, SKFont font, SKPaint paint, float x, float y)
    {
        using var shape = font.GetGlyphPath(mark.Glyph);
        if (shape is null)
            return;
        shape.Transform(SKMatrix.CreateTranslation(x + mark.At.X, y + mark.At.Y));
        canvas.DrawPath(shape, paint);
    }
}

/// <param name="Glyph">Number in the font.</param>
/// <param name="At">Place relative to the start of the line.</param>
/// <param name="Cluster">Where the characters of the letter begin, in bytes of UTF-8.</param>
public readonly record struct PlacedGlyph(ushort Glyph, SKPoint At, uint Cluster);
