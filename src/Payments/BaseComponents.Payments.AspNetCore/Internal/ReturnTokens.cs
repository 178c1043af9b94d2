using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.AspNetCore.Internal;

/// <summary>Tokens of one registration. Its name is part of the purpose, so that a token of one municipality means nothing to another.</summary>
internal sealed class ReturnTokens(string tenant, IDataProtectionProvider protection, IOptionsMonitor<PaymentsOptions> options)
{
    // A reference of 100 characters makes a token well below this; more is not worth decrypting.
    private const int MaxLength = 1500;

    private readonly ITimeLimitedDataProtector _protector =
        protection.CreateProtector("BaseComponents.Payments.Return.v1", tenant).ToTimeLimitedDataProtector();

    public string Protect(string reference)
    {
        var settings = options.Get(tenant);
        return _protector.Protect(reference, settings.ExpireAfter + settings.WatchForLatePayment + TimeSpan.FromDays(1));
    }

    /// <summary>The reference, or null: whatever is wrong with the token, the answer is the same.</summary>
    public string? TryUnprotect(string? token)
    {
        if (token is not { Length: > 0 and <= MaxLength })
            return null;
        try
        {
            return _protector.Unprotect(token);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
