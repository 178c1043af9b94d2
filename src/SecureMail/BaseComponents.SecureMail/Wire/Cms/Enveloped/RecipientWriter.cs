using System.Formats.Asn1;
using System.Security.Cryptography;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>Encrypts the content key for every target (RFC 5652 section 6.2): RSA key transport one by one, key agreement once for each curve.</summary>
internal static class RecipientWriter
{
    /// <summary>The set of recipients, encoded.</summary>
    /// <exception cref="CmsException">The key in a certificate does not encrypt.</exception>
    public static byte[] Write(IReadOnlyList<CmsTarget> targets, byte[] contentKey)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            var agreements = new List<AgreementTarget>();
            foreach (var target in targets)
            {
                if (AgreementTarget.Find(target.Certificate) is { } agreement)
                    agreements.Add(agreement);
                else
                    KeyTransportWriter.Write(writer, target, contentKey);
            }

            foreach (var onOneCurve in agreements.GroupBy(target => target.Curve))
                KeyAgreementWriter.Write(writer, onOneCurve.Key, [.. onOneCurve], contentKey);
        }

        return writer.Encode();
    }

    public static T WithKey<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (CryptographicException exception)
        {
            throw new CmsException(CmsProblem.UnusableKey, exception);
        }
    }
}
