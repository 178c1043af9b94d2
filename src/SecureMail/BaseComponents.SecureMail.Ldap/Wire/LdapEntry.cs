using System.Text;

namespace BaseComponents.SecureMail.Ldap.Wire;

/// <summary>An entry as it was found: values by the name of their attribute, without options such as <c>;binary</c>.</summary>
internal sealed class LdapEntry(IReadOnlyDictionary<string, IReadOnlyList<byte[]>> attributes)
{
    public const string Mail = "mail";
    public const string Certificate = "userCertificate";
    public const string Bundle = "userSMIMECertificate";

    public IEnumerable<byte[]> Certificates => Values(Certificate);

    public IEnumerable<byte[]> Bundles => Values(Bundle);

    public bool HoldsMail(string address) => Values(Mail).Any(value => string.Equals(Encoding.UTF8.GetString(value), address, StringComparison.OrdinalIgnoreCase));

    private IReadOnlyList<byte[]> Values(string attribute) => attributes.GetValueOrDefault(attribute) ?? [];
}
