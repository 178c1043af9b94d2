using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace BaseComponents.Tool.Commands.Doctor;

/// <summary>Stands for the Data Protection keys of the application, which its program chooses and no settings name. Nothing is sealed here.</summary>
internal sealed class KeysOfTheApplication : IXmlRepository, IXmlEncryptor
{
    public IReadOnlyCollection<XElement> GetAllElements() => [];

    public void StoreElement(XElement element, string friendlyName) => throw new NotSupportedException("The doctor makes no keys.");

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => throw new NotSupportedException("The doctor makes no keys.");
}
