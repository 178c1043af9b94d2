using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Transfers;

/// <summary>Gives the account of one Mandant, as its configuration names it now.</summary>
public sealed class TransferAccountSource
{
    private readonly string _name;
    private readonly IOptionsMonitor<TransferOptions> _options;
    private readonly IKassenzeichenCheckDigit _checkDigit;

    internal TransferAccountSource(string name, IOptionsMonitor<TransferOptions> options, IKassenzeichenCheckDigit checkDigit) =>
        (_name, _options, _checkDigit) = (name, options, checkDigit);

    /// <summary>The account. A change of the configuration is seen without a restart.</summary>
    /// <exception cref="OptionsValidationException">The configuration was changed to something that is no account.</exception>
    public TransferAccount Current
    {
        get
        {
            var options = _options.Get(_name);
            return new TransferAccount
            {
                Holder = options.AccountHolder!,
                Iban = Iban.Parse(options.Iban!),
                Bic = options.Bic is { } bic ? Bic.Parse(bic) : null,
                CheckDigit = _checkDigit,
            };
        }
    }
}
