using System.Security.Cryptography.X509Certificates;
using BaseComponents.Tests.Contracts.Eid.Stores;

namespace BaseComponents.Tests.Scale.Web.Site;

/// <summary>nginx in front of the nodes, set up as docs/hosting.md says.</summary>
internal sealed class Nginx : IDisposable
{
    private readonly PeerProcess _process;
    private readonly DirectoryInfo _folder;

    private Nginx(PeerProcess process, DirectoryInfo folder, X509Certificate2 certificate) => (_process, _folder, Certificate) = (process, folder, certificate);

    /// <summary>What it shows to whoever connects; nobody else has signed it.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>What it keeps: configuration and logs.</summary>
    public string Folder => _folder.FullName;

    public string AccessLog => Path.Combine(Folder, "access.log");

    public static string? Program => PeerProcess.Find("nginx", "/usr/sbin");

    public static async Task<Nginx> StartAsync(int port, IEnumerable<string> nodes, bool cachesPages = false)
    {
        var folder = Directory.CreateTempSubdirectory("web-nginx-");
        var file = Path.Combine(folder.FullName, "nginx.conf");
        await File.WriteAllTextAsync(file, Configuration(folder.FullName, port, nodes, cachesPages));
        var certificate = await TlsCertificate.WriteAsync(folder.FullName);
        return new Nginx(await PeerProcess.StartAsync(folder, port, Program!, "-p", folder.FullName, "-c", file, "-e", Path.Combine(folder.FullName, "error.log")), folder, certificate);
    }

    public void Dispose()
    {
        _process.Dispose();
        Certificate.Dispose();
    }

    private static string Configuration(string folder, int port, IEnumerable<string> nodes, bool cachesPages) =>
        $$"""
        daemon off;
        master_process off;
        pid {{folder}}/nginx.pid;
        error_log {{folder}}/error.log warn;
        events { worker_connections 2048; }
        http {
          # No queries, no addresses of citizens: what is needed to see which node answered what, and how long it took.
          log_format nodes '$msec $request_time $request_method $uri $status "$upstream_addr" "$upstream_header_time"';
          access_log {{folder}}/access.log nodes;
          # In memory: what citizens send and get must not lie in temporary files.
          client_body_buffer_size 6m;
          client_max_body_size 6m;
          proxy_buffers 16 32k;
          proxy_buffer_size 32k;
          proxy_busy_buffers_size 64k;
          proxy_max_temp_file_size 0;
          client_body_temp_path {{folder}}/body;
          proxy_temp_path {{folder}}/proxy;
          fastcgi_temp_path {{folder}}/fastcgi;
          uwsgi_temp_path {{folder}}/uwsgi;
          scgi_temp_path {{folder}}/scgi;
          large_client_header_buffers 8 32k;
          {{(cachesPages ? $"proxy_cache_path {folder}/cache keys_zone=pages:1m; map $uri $page {{ ~^/antrag/[^/]+/(.*)$ $1; default $uri; }}" : "")}}
          upstream service {
            {{string.Join("\n    ", nodes.Select(node => $"server {node} max_fails=1 fail_timeout=1s;"))}}
            keepalive 32;
          }
          server {
            listen 127.0.0.1:{{port}} ssl;
            server_name localhost;
            ssl_certificate {{folder}}/tls.pem;
            ssl_certificate_key {{folder}}/tls.key;
            ssl_protocols TLSv1.2 TLSv1.3;
            ssl_ciphers ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256;
            ssl_session_cache shared:tls:4m;
            # A ticket's key that is never renewed would open what was recorded.
            ssl_session_tickets off;
            location / {
              proxy_pass http://service;
              proxy_http_version 1.1;
              proxy_set_header Connection "";
              proxy_set_header Host $host;
              proxy_set_header X-Forwarded-For $remote_addr;
              proxy_set_header X-Forwarded-Proto $scheme;
              proxy_connect_timeout 2s;
              proxy_read_timeout 20s;
              {{(cachesPages ? "proxy_cache pages; proxy_cache_key $request_method$page$is_args$args; proxy_cache_valid 200 1m; proxy_ignore_headers Cache-Control Expires Set-Cookie Vary;" : "")}}
            }
          }
        }
        """;
}
