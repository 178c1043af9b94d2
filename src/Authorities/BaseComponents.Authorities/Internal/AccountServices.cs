using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>Accounts name the services they are for by the identifiers of the delivery; which keys those are is known when all is read.</summary>
internal static class AccountServices
{
    public static bool AreNamed(Office office) => office.BankAccounts.Any(account => account.ServiceIds.Count > 0);

    /// <param name="office">A unit as it was read.</param>
    /// <param name="keysOf">Gives the keys behind the identifier of a service; none for one that is in no delivery.</param>
    public static Office WithKeys(Office office, Func<OfficeId, IReadOnlyList<LeikaKey>> keysOf) => office with
    {
        BankAccounts = [.. office.BankAccounts.Select(account => account with { Services = [.. account.ServiceIds.SelectMany(keysOf).Distinct()] })],
    };
}
