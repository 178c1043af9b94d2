using System.Runtime.CompilerServices;
using BaseComponents.Payments.Internal.Bank;

namespace BaseComponents.Payments.Bank;

/// <summary>Reads the booked entries of account statements and of notices of credits and debits.</summary>
/// <remarks>
/// German: Kontoauszug (camt.053), Sammler und Einzelumsätze (camt.054). ISO 20022, camt.053.001.* and camt.054.001.*. Entries that are expected or only
/// announced are left out.
/// </remarks>
public static class CamtReader
{
    /// <summary>The entries in the sequence of the file, read as they are asked for. Decide nothing on them before the last one is read: a file may turn out unreadable.</summary>
    /// <param name="stream">The file; it is not closed.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PaymentException">The file is no such document, contradicts itself, or exceeds the limits.</exception>
    public static IAsyncEnumerable<CamtEntry> ReadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return EntriesAsync(stream, cancellationToken);
    }

    private static async IAsyncEnumerable<CamtEntry> EntriesAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var document = new CamtDocument(stream);
        while (await document.NextAsync(cancellationToken).ConfigureAwait(false) is { } element)
        {
            foreach (var entry in CamtEntryParser.Read(element, document.Account))
                yield return entry;
        }
    }
}
