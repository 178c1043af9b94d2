using System.Text.RegularExpressions;
using System.Xml;

namespace BaseComponents.Payments.Internal.Bank;

/// <summary>Walks through a document entry by entry, within limits: no DTD, so no entities; bounded characters, elements, depth and texts. One entry is held at a time.</summary>
internal sealed partial class CamtDocument : IDisposable
{
    private const int MaxCharacters = 64 * 1024 * 1024;
    private const int MaxElements = 4_000_000;
    private const int MaxElementsOfEntry = 500_000;
    private const int MaxDepth = 32;
    private const int MaxText = 1000;
    private const int DepthOfStatement = 2;
    private const int DepthOfEntry = 3;
    private readonly XmlReader _reader;
    private string? _space;
    private int _elements;

    public CamtDocument(Stream stream) => _reader = XmlReader.Create(stream, new XmlReaderSettings
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    /// <summary>The account of the statement that is being read; nothing where it names none.</summary>
    public string Account { get; private set; } = "";

    /// <summary>The next entry; null after the last one.</summary>
    public async Task<CamtElement?> NextAsync(CancellationToken cancellationToken)
    {
        while (await AdvanceAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_reader.NodeType is not XmlNodeType.Element)
                continue;
            if (_reader.Depth == 0)
                Open();
            else if (_reader is { Depth: DepthOfStatement, LocalName: "Stmt" or "Ntfctn" })
                Account = "";
            else if (_reader is { Depth: DepthOfEntry, LocalName: "Acct" } && IsOurs)
                Account = AccountOf(await TreeAsync(cancellationToken).ConfigureAwait(false));
            else if (_reader is { Depth: DepthOfEntry, LocalName: "Ntry" } && IsOurs)
                return await TreeAsync(cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    public void Dispose() => _reader.Dispose();

    private bool IsOurs => _reader.NamespaceURI == _space;

    private void Open()
    {
        if (_reader.LocalName != "Document" || !Family().IsMatch(_reader.NamespaceURI))
            throw BankFileFaults.Unreadable("it is neither camt.053 nor camt.054");
        _space = _reader.NamespaceURI;
    }

    private static string AccountOf(CamtElement account) => account.TextAt("Id", "IBAN") ?? account.TextAt("Id", "Othr", "Id") ?? "";

    private async Task<CamtElement> TreeAsync(CancellationToken cancellationToken)
    {
        var root = new CamtElement(_reader.LocalName);
        if (_reader.IsEmptyElement)
            return root;
        var (open, limit) = (new Stack<CamtElement>([root]), _elements + MaxElementsOfEntry);
        while (open.Count > 0 && await AdvanceAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_elements > limit)
                throw BankFileFaults.Unreadable("one of its entries is too large");
            if (_reader.NodeType is XmlNodeType.EndElement)
                open.Pop();
            else if (_reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                Append(open.Peek(), await WellFormedAsync(_reader.GetValueAsync).ConfigureAwait(false));
            else if (_reader.NodeType is XmlNodeType.Element)
                await OpenAsync(open, cancellationToken).ConfigureAwait(false);
        }

        return root;
    }

    private async Task OpenAsync(Stack<CamtElement> open, CancellationToken cancellationToken)
    {
        if (!IsOurs || !CamtElement.IsRead(_reader.LocalName))
        {
            await PassAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        var element = new CamtElement(_reader.LocalName, _reader.GetAttribute("Ccy"));
        open.Peek().Children.Add(element);
        if (!_reader.IsEmptyElement)
            open.Push(element);
    }

    private async Task PassAsync(CancellationToken cancellationToken)
    {
        if (_reader.IsEmptyElement)
            return;
        var depth = _reader.Depth;
        while (await AdvanceAsync(cancellationToken).ConfigureAwait(false) && !(_reader.NodeType is XmlNodeType.EndElement && _reader.Depth == depth))
        {
        }
    }

    private static void Append(CamtElement element, string text)
    {
        if (element.Text.Length + text.Length > MaxText)
            throw BankFileFaults.Unreadable($"one of its values is longer than {MaxText} characters");
        element.Text += text;
    }

    private async Task<bool> AdvanceAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!await WellFormedAsync(_reader.ReadAsync).ConfigureAwait(false))
            return false;
        if (_reader.NodeType is XmlNodeType.Element && (++_elements > MaxElements || _reader.Depth > MaxDepth))
            throw BankFileFaults.Unreadable("it has too many elements, or is nested too deeply");
        return true;
    }

    // A long value is read when it is asked for: what is wrong in it shows only then.
    private static async Task<T> WellFormedAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is XmlException or ArgumentException)
        {
            // The framework's reader miscounts where octets of no encoding stand in the XML declaration.
            throw BankFileFaults.Unreadable($"it is no well-formed XML, has a DTD, or has more than {MaxCharacters / 1024 / 1024} million characters");
        }
    }

    [GeneratedRegex(@"\Aurn:iso:std:iso:20022:tech:xsd:camt\.05[34]\.001\.[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Family();
}
