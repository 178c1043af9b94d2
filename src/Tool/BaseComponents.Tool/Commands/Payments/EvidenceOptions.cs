using System.CommandLine;
using BaseComponents.Payments;
using BaseComponents.Payments.Bank;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary>What a decision rests on: one of three.</summary>
/// <remarks>German: Nachweis.</remarks>
internal sealed class EvidenceOptions
{
    private readonly Option<bool> _lookUp = new("--look-up") { Description = "Asks the service now; its answer must say what is decided." };
    private readonly Option<string?> _camt = new("--camt") { Description = "File of the bank (camt.053 or camt.054) with an entry that matches exactly." };
    private readonly Option<string?> _entry = new("--entry") { Description = "Key of the entry, where several in the file match." };
    private readonly AccountOption _account = new();
    private readonly Option<string?> _secondPerson = new("--second-person") { Description = "Who confirms it, where neither the service nor the bank shows it." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _lookUp, _camt, _entry, _secondPerson })
            command.Options.Add(option);
        _account.AddTo(command);
        command.Validators.Add(result =>
        {
            var named = new[] { result.GetValue(_lookUp), result.GetValue(_camt) is not null, result.GetValue(_secondPerson) is not null };
            if (named.Count(static one => one) != 1)
                result.AddError("A decision rests on one of --look-up, --camt and --second-person.");
        });
    }

    public async Task<PaymentDecision> CompleteAsync(PaymentDecision draft, Treasury treasury, ParseResult result, CancellationToken cancellationToken)
    {
        if (result.GetValue(_lookUp))
            return draft with { Evidence = PaymentEvidence.LookUp };
        if (result.GetValue(_camt) is not { } file)
            return draft with { ConfirmedBy = result.GetValue(_secondPerson) };
        var matches = await BankFile.MatchAsync(treasury.Only, file, _account.Read(treasury, result, decides: true), cancellationToken);
        return draft with { Evidence = PaymentEvidence.Bank(Only(matches, draft, result.GetValue(_entry))) };
    }

    private static BankEntry Only(IEnumerable<BankMatch> matches, PaymentDecision draft, string? key)
    {
        BankEntry[] entries = [.. matches.Where(match => Shows(match, draft) && (key is null || match.Entry.Id == key)).Select(static match => match.Evidence!)];
        return entries switch
        {
            [var only] => only,
            [] => throw new InvalidDataException("no unused entry of the file names the Kassenzeichen of this attempt with its amount and in this direction. See them with payments match."),
            _ => throw new InvalidDataException($"several entries of the file match. Name one with --entry: {string.Join(", ", entries.Select(static entry => entry.Id))}."),
        };
    }

    private static bool Shows(BankMatch match, PaymentDecision draft) => match.Evidence is { } evidence && match.Attempts[0].Reference == draft.Reference && match.Attempts[0].Attempt == draft.Attempt
        && evidence.IsDebit == draft.Resolution is not PaymentResolution.Paid && (evidence.IsDebit || !match.Entry.IsReversal);
}
