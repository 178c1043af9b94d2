using System.Collections;
using BaseComponents.Payments.Transfers;
using QRCoder;

namespace BaseComponents.Payments.AspNetCore.Internal;

/// <summary>The dark and light modules of a QR code, with the white around it.</summary>
internal sealed class QrModules
{
    private const int MaxVersion = 13;
    private readonly IReadOnlyList<BitArray> _rows;

    private QrModules(IReadOnlyList<BitArray> rows) => _rows = rows;

    /// <summary>Modules on each side.</summary>
    public int Size => _rows.Count;

    public static QrModules Of(EpcQrPayload payload)
    {
        // As bytes: the content names its character set itself, and readers of it expect no other announcement.
        using var code = QRCodeGenerator.GenerateQrCode(payload.Bytes.ToArray(), QRCodeGenerator.ECCLevel.M);
        return code.Version <= MaxVersion
            ? new QrModules([.. code.ModuleMatrix])
            : throw new InvalidOperationException($"The content does not fit into version {MaxVersion} of a QR code.");
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
