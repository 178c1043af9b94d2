using BaseComponents.Payments.Bank;
using BaseComponents.Payments.Transfers;

namespace BaseComponents.Payments.Internal.Bank;

/// <summary>The Kassenzeichen of attempts, found in the references and texts of entries. Letters and digits alone are compared, capitals like small letters.</summary>
internal sealed class KnownReferences
{
    private const int LongestOnPaper = 60;
    private readonly Dictionary<string, List<PaymentRecord>> _known = new(StringComparer.Ordinal);

    public KnownReferences(IEnumerable<PaymentRecord> attempts)
    {
        foreach (var attempt in attempts.Where(static attempt => attempt.TransactionReference is not null))
        {
            var key = Compact(attempt.TransactionReference!);
            if (key.Length == 0)
                continue;
            if (!_known.TryGetValue(key, out var those))
                _known[key] = those = [];
            those.Add(attempt);
        }
    }

    public IReadOnlyList<PaymentRecord> NamedBy(CamtEntry entry) =>
        [.. entry.References.SelectMany(Exactly).Concat(Words.In(entry.Text, LongestOnPaper).SelectMany(Written)).DistinctBy(static attempt => attempt.RequestId)];

    private List<PaymentRecord> Exactly(string reference)
    {
        // By its content: the check digits are not part of the Kassenzeichen.
        var key = CreditorReference.TryParse(reference, out var creditor) ? creditor.Content : Compact(reference);
        return _known.GetValueOrDefault(key) ?? [];
    }

    private List<PaymentRecord> Written(string words) => words.Length >= BankMatcher.ShortestInText && words.All(char.IsAsciiLetterOrDigit) ? Exactly(words) : [];

    private static string Compact(string reference) => string.Concat(reference.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
