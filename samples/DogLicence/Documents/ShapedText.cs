using System.Text;
using HarfBuzzSharp;
using SkiaSharp;

namespace DogLicence.Documents;

/// <summary>Text ready to be drawn. It carries the characters beside the glyphs, so that search and copy find ẞ and combining marks.</summary>
public sealed record ShapedText(string Text, ushort[] Glyphs, SKPoint[] Positions, uint[] Clusters, float Width)
{
    internal static ShapedText Of(string text, HarfBuzzSharp.Buffer buffer, float unitsPerPoint)
    {
        var (infos, places) = (buffer.GlyphInfos, buffer.GlyphPositions);
        var points = new SKPoint[infos.Length];
        var x = 0f;
        for (var i = 0; i < infos.Length; i++)
        {
            points[i] = new SKPoint(x + places[i].XOffset / unitsPerPoint, -places[i].YOffset / unitsPerPoint);
            x += places[i].XAdvance / unitsPerPoint;
        }

        return new ShapedText(text, [.. infos.Select(g => (ushort)g.Codepoint)], points, [.. infos.Select(g => g.Cluster)], x);
    }

    /// <summary>Draws with the start of the base line at that point.</summary>
    public void Draw(SKCanvas canvas, SKFont font, SKPaint paint, float x, float y)
    {
        if (Glyphs.Length == 0)
            return;
        var text = Encoding.UTF8.GetBytes(Text);
        using var builder = new SKTextBlobBuilder();
        var run = builder.AllocatePositionedTextRun(font, Glyphs.Length, text.Length, null);
        run.SetGlyphs(Glyphs);
        run.SetPositions(Positions);
        run.SetText(text);
        run.SetClusters(Clusters);
        using var blob = builder.Build();
        canvas.DrawText(blob, x, y, paint);
    }
}
