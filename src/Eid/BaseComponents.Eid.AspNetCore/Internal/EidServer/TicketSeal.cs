using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>Seals what travels in addresses and cookies, each kind of each log-in for itself: what one town wrote another cannot read.</summary>
internal sealed class TicketSeal(string scheme, string tenant, IDataProtectionProvider protection)
{
    private const int Longest = 8192;

    /// <summary>A text that needs no escape in an address.</summary>
    public string Seal<T>(T ticket)
        where T : class => For<T>().Protect(JsonSerializer.Serialize(ticket));

    /// <summary>What was sealed; null for everything else.</summary>
    public T? Open<T>(string? text)
        where T : class
    {
        if (text is not { Length: > 0 and <= Longest })
            return null;
        try
        {
            return JsonSerializer.Deserialize<T>(For<T>().Unprotect(text));
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The same for what lies in the store.</summary>
    public byte[] SealBytes<T>(T entry)
        where T : class => For<T>().Protect(JsonSerializer.SerializeToUtf8Bytes(entry));

    /// <summary>What was sealed; null for everything else.</summary>
    public T? OpenBytes<T>(byte[] entry)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(For<T>().Unprotect(entry));
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector For<T>() => protection.CreateProtector("BaseComponents.Eid.EidServer", scheme, tenant, typeof(T).Name);
}
