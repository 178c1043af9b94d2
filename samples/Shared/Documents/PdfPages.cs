using SkiaSharp;

namespace MunicipalService.Documents;

/// <summary>A4 pages filled from top to bottom; a block that does not fit begins a new page.</summary>
public sealed class PdfPages(SKDocument document, PdfFonts fonts, string footer) : IDisposable
{
    public const float Left = 62;
    public const float Right = 595 - 62;
    private const float Top = 60;
    private const float Bottom = 842 - 66;
    private const float LineHeight = 1.36f;

    private readonly SKPaint _paint = new() { Color = SKColors.Black, IsAntialias = true };
    private SKCanvas? _canvas;
    private float _y;
    private int _page;

    public void Space(float points) => _y += points;

    /// <summary>Makes room for a block of that height, on a new page if need be.</summary>
    public void Reserve(float height)
    {
        if (_canvas is not null && _y + height <= Bottom)
            return;
        Close();
        _canvas = document.BeginPage(595, 842);
        _y = Top;
        _page++;
    }

    /// <summary>One paragraph over the whole width.</summary>
    public void Paragraph(string text, PdfFont face, float size)
    {
        foreach (var line in Lines.Of(text, face, size, Right - Left))
        {
            Reserve(size * LineHeight);
            _y += size * LineHeight;
            Draw(line, face, size, Left, _y);
        }
    }

    /// <summary>A label on the left, its value on the right, both wrapped.</summary>
    public void Pair(string label, string value, float size, float column)
    {
        var labels = Lines.Of(label, fonts.Bold, size, column - Left - 12);
        var values = Lines.Of(value, fonts.Regular, size, Right - column);
        for (var i = 0; i < Math.Max(labels.Count, values.Count); i++)
        {
            Reserve(size * LineHeight);
            _y += size * LineHeight;
            Draw(labels.ElementAtOrDefault(i), fonts.Bold, size, Left, _y);
            Draw(values.ElementAtOrDefault(i), fonts.Regular, size, column, _y);
        }

        _y += size * 0.24f;
    }

    public void Rule()
    {
        _y += 5;
        _canvas!.DrawLine(Left, _y, Right, _y, _paint);
        _y += 3;
    }

    public void Dispose()
    {
        Close();
        _paint.Dispose();
    }

    private void Close()
    {
        if (_canvas is null)
            return;
        Draw(fonts.Regular.Shape($"{footer} · Seite {_page}", 8.5f), fonts.Regular, 8.5f, Left, 842 - 44);
        document.EndPage();
        _canvas = null;
    }

    private void Draw(ShapedText? line, PdfFont face, float size, float x, float y)
    {
        using var font = new SKFont(face.Typeface, size);
        line?.Draw(_canvas!, font, _paint, x, y);
    }
}
