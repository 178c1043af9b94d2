using System.Collections;
using QRCoder;

namespace BaseComponents.Shared;

/// <summary>The dark and light modules of a QR code, with the white around it.</summary>
internal sealed class QrModules
{
    private readonly IReadOnlyList<BitArray> _rows;

    private QrModules(IReadOnlyList<BitArray> rows) => _rows = rows;

    /// <summary>Modules on each side.</summary>
    public int Size => _rows.Count;

    /// <summary>As bytes, without an announcement of their character set, at error level M.</summary>
    /// <exception cref="InvalidOperationException">The content does not fit.</exception>
    public static QrModules Of(byte[] content, int largestVersion)
    {
        using var code = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        return code.Version <= largestVersion
            ? new QrModules([.. code.ModuleMatrix])
            : throw new InvalidOperationException($"The content does not fit into version {largestVersion} of a QR code.");
    }

    /// <summary>The rows of dark modules that touch each other: where they begin, and how many they are.</summary>
    public IEnumerable<(int X, int Y, int Length)> Runs()
    {
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                var start = x;
                while (x < Size && _rows[y][x])
                    x++;
                if (x > start)
                    yield return (start, y, x - start);
            }
        }
    }
}
