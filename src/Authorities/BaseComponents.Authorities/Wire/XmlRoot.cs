using System.Xml;

namespace BaseComponents.Authorities.Wire;

/// <summary>The way to the root of a document. The framework's reader miscounts where octets of no encoding stand in the XML declaration, and throws what nobody expects of it.</summary>
internal static class XmlRoot
{
    /// <exception cref="XmlException">There is no root, or no declaration that can be read.</exception>
    public static void MoveTo(XmlReader reader)
    {
        try
        {
            reader.MoveToContent();
        }
        catch (ArgumentException exception)
        {
            throw Broken(exception);
        }
    }

    /// <inheritdoc cref="MoveTo"/>
    public static async Task MoveToAsync(XmlReader reader)
    {
        try
        {
            await reader.MoveToContentAsync().ConfigureAwait(false);
        }
        catch (ArgumentException exception)
        {
            throw Broken(exception);
        }
    }

    private static XmlException Broken(ArgumentException exception) => new("The XML declaration is broken.", exception);
}
