using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BaseComponents.Eid;

/// <summary>
/// Who the user is, for this service only: the one thing an application may recognise a returning user by. It says nothing about the
/// person, yet it is personal data: it is kept out of logs, messages and <see cref="ToString"/>.
/// </summary>
/// <remarks>
/// dienstespezifisches Pseudonym: <c>sub</c> (OpenID Connect Core, section 2), bPK2 (BundID), RestrictedID (TR-03130). A new identity card brings a new RestrictedID.
/// </remarks>
public sealed record EidPseudonym
{
    /// <summary>A pseudonym is unique within its issuer only.</summary>
    /// <param name="issuer">Who issued it, such as the address of the OpenID provider.</param>
    /// <param name="value">What the issuer calls the user.</param>
    /// <exception cref="ArgumentException">One of the two is empty.</exception>
    public EidPseudonym(string issuer, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(issuer);
        ArgumentException.ThrowIfNullOrEmpty(value);
        Issuer = issuer;
        Value = value;
    }

    /// <summary>Who issued the pseudonym.</summary>
    public string Issuer { get; }

    /// <summary>What the issuer calls the user.</summary>
    public string Value { get; }

    /// <summary>A key for the application's own tables: 43 letters, digits, <c>-</c> and <c>_</c>, made of issuer and value, the same for ever.</summary>
    public string ToUserKey()
    {
        // The length keeps ("ab", "c") and ("a", "bc") apart.
        var text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Issuer.Length}:{Issuer}{Value}");
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The name of the type: the value stays out of logs.</summary>
    public override string ToString() => nameof(EidPseudonym);
}
