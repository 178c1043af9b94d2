using System.CommandLine;
using BaseComponents.Payments.Transfers;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary>The Mandant's own accounts: an entry of another one decides nothing.</summary>
internal sealed class AccountOption
{
    private readonly Option<string[]> _accounts = new("--account")
    {
        Description = "IBAN of an own account that the file is a statement of; may be given several times. Without it Iban of the section Transfer below --section.",
    };

    public void AddTo(Command command) => command.Options.Add(_accounts);

    /// <param name="treasury">Whose settings name an account.</param>
    /// <param name="result">What was typed.</param>
    /// <param name="decides">Whether payments are decided on it: then the accounts must be known.</param>
    public IReadOnlyList<Iban> Read(Treasury treasury, ParseResult result, bool decides)
    {
        string[] named = result.GetValue(_accounts) is { Length: > 0 } typed ? typed : [.. new[] { treasury.ConfiguredIban }.OfType<string>()];
        if (decides && named.Length == 0)
            throw new InvalidDataException("a decision on a file of the bank needs the Mandant's own accounts. Name them with --account, or the settings with --settings and --section.");
        return [.. named.Select(static text => Iban.TryParse(text, out var iban) ? iban : throw new InvalidDataException("an own account is no IBAN: country, length or check digits are wrong."))];
    }
}
