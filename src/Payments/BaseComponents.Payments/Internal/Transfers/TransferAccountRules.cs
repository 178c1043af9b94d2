using BaseComponents.Payments.Transfers;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Internal.Transfers;

/// <summary>An account that transfers can go to, found out at the start and not by the first citizen. Values are not repeated.</summary>
internal sealed class TransferAccountRules(string tenant, string section) : IValidateOptions<TransferOptions>
{
    public ValidateOptionsResult Validate(string? name, TransferOptions options)
    {
        if (name != tenant)
            return ValidateOptionsResult.Skip;
        var refusals = Refusals(options).ToArray();
        return refusals.Length > 0 ? ValidateOptionsResult.Fail(refusals) : ValidateOptionsResult.Success;
    }

    private IEnumerable<string> Refusals(TransferOptions options)
    {
        if (options.AccountHolder is { } holder && (string.IsNullOrWhiteSpace(holder) || holder.Any(char.IsControl) || !WireText.IsWellFormed(holder)))
            yield return $"{section}: AccountHolder is the name of the account's holder, without line breaks and control characters.";
        var isIban = Iban.TryParse(options.Iban, out var iban);
        if (options.Iban is not null && !isIban)
            yield return $"{section}: Iban is no IBAN: country, length or check digits are wrong.";
        if (options.Bic is not null && !Bic.TryParse(options.Bic, out _))
            yield return $"{section}: Bic is no BIC of 8 or 11 characters.";
        if (options.Bic is null && isIban && !IbanRegistry.IsInEconomicArea(iban.Country))
            yield return $"{section}: Bic is needed, since the account is outside the European Economic Area.";
    }
}
