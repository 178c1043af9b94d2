using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>The framework's data protection, which comes with authentication, must not write key files into the home directory of whoever runs the Sandbox.</summary>
internal sealed class VolatileKeyRing : IXmlRepository, IXmlEncryptor, IXmlDecryptor, IConfigureOptions<KeyManagementOptions>
{
    private readonly List<XElement> _elements = [];

    public void Configure(KeyManagementOptions options)
    {
        options.XmlRepository = this;
        options.XmlEncryptor = this;
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_elements)
            return [.. _elements.Select(element => new XElement(element))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_elements)
            _elements.Add(new XElement(element));
    }

    // Memory needs no second seal.
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(new XElement("memory", plaintextElement), typeof(VolatileKeyRing));

    public XElement Decrypt(XElement encryptedElement) => encryptedElement.Elements().Single();
}
