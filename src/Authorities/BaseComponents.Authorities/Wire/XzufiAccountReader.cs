using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Wire.Reading;

namespace BaseComponents.Authorities.Wire;

/// <summary>Reads an account of a unit. A number whose check digits are wrong is not kept: money would go to nobody, or to somebody.</summary>
internal sealed class XzufiAccountReader(XzufiParts parts, Action<string> report)
{
    private const int MostServices = 5_000;
    private readonly XzufiCursor _cursor = parts.Cursor;
    private readonly XzufiNameSet _names = parts.Names;

    public BankAccount Read()
    {
        var account = new BankAccount();
        var services = new List<OfficeId>();
        for (var opened = _cursor.Open(); _cursor.Next(opened);)
        {
            var name = _cursor.Name;
            if (ReferenceEquals(name, _names.Iban))
                account = WithIban(account);
            else if (ReferenceEquals(name, _names.Bic))
                account = account with { Bic = _cursor.PooledText() };
            else if (ReferenceEquals(name, _names.AccountHolder))
                account = account with { Holder = _cursor.PooledText() };
            else if (ReferenceEquals(name, _names.Bank))
                account = account with { Bank = _cursor.PooledText() };
            else if (ReferenceEquals(name, _names.ServiceId) && services.Count < MostServices && parts.Identifier(isReference: true) is { } service)
                services.Add(service);
        }

        return account with { ServiceIds = services };
    }

    private BankAccount WithIban(BankAccount account)
    {
        if (_cursor.Text() is not { } text)
            return account;
        if (Iban.Read(text) is { } iban)
            return account with { Iban = account.Iban ?? iban };
        report("One of its account numbers (IBAN) is wrong and not used.");
        return account with { HasInvalidIban = true };
    }
}
