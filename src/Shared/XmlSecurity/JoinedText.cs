using System.Text;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>The text between two tags: one piece as a rule, which is kept as it is; several around comments and CDATA sections.</summary>
internal sealed class JoinedText
{
    private readonly StringBuilder _joined = new();
    private string _only = "";

    public void Add(string piece)
    {
        if (_joined.Length == 0 && _only.Length == 0)
        {
            _only = piece;
            return;
        }

        _joined.Append(_only).Append(piece);
        _only = "";
    }

    /// <summary>The whole, empty where there was none; the next text begins.</summary>
    public string Take()
    {
        var text = _joined.Length == 0 ? _only : _joined.ToString();
        _joined.Clear();
        _only = "";
        return text;
    }
}
