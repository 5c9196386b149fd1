import { createHash } from "node:crypto";
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TemporaryFolder, temporaryFolder } from "../../harness/folders.ts";
import { ensureStorages, type StoragePrograms } from "../../tools/storages.ts";
import { freePort, type ServerProcess, startServer } from "./server-process.ts";

/** A server with one folder on this machine, and one login. */
export interface WebdavServer {
  url: string;
  user: string;
  password: string;
  /** Where it keeps its files. */
  folder: string;
  /** Everything that lies on its disk, one file after the other, for a search in the bytes. */
  disk: () => Buffer;
  stop: () => Promise<void>;
}

export const webdavServers = {
  "Apache mod_dav": apache,
  "nginx dav-ext": nginx,
  "lighttpd mod_webdav": lighttpd,
  "rclone serve": rclone,
  SabreDAV: sabre,
} as const satisfies Readonly<Record<string, () => Promise<WebdavServer>>>;

const user = "mentee";
/** What a header must get right: more than ASCII, and what parts a name from a password. */
const password = "pä:ß word€";

interface Place {
  programs: StoragePrograms;
  port: number;
  folder: TemporaryFolder;
  /** What is served. */
  data: string;
  /** As root they give up that right. */
  isRoot: boolean;
}

async function place(): Promise<Place> {
  const programs = ensureStorages("webdav");
  const folder = temporaryFolder("storage");
  const data = join(folder.path, "data");
  const isRoot = process.getuid?.() === 0;
  for (const path of [data, join(folder.path, "temporary")]) {
    mkdirSync(path);
    if (isRoot) chownSync(path, nobody, nobody);
  }
  // The one who serves is another one than who made it.
  chmodSync(folder.path, 0o755);
  return { programs, port: await freePort(), folder, data, isRoot };
}

const nobody = 65_534;

function serverIn({ folder, data, port }: Place, path: string, process: ServerProcess): WebdavServer {
  return {
    url: `http://127.0.0.1:${port}${path}`,
    user,
    password,
    folder: data,
    disk: () =>
      Buffer.concat(
        readdirSync(data, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .flatMap((entry) => [
            Buffer.from(join(entry.parentPath, entry.name)),
            readFileSync(join(entry.parentPath, entry.name)),
          ]),
      ),
    stop: async () => {
      await process.stop();
      folder.remove();
    },
  };
}

async function apache(): Promise<WebdavServer> {
  const here = await place();
  const { programs, port, folder, data, isRoot } = here;
  const modules = "mpm_event authn_core authn_file authz_core authz_user auth_basic alias dav dav_fs mime";
  const config = join(folder.path, "apache.conf");
  writeFileSync(join(folder.path, "users"), hashedLogin());
  writeFileSync(join(folder.path, "mime.types"), "text/html html\n");
  const lines = [
    ...modules
      .split(" ")
      .map((name) => `LoadModule ${name}_module ${programs.path(`usr/lib/apache2/modules/mod_${name}.so`)}`),
    `ServerRoot ${folder.path}`,
    `Listen 127.0.0.1:${port}`,
    "ServerName localhost",
    `PidFile ${folder.path}/apache.pid`,
    `DefaultRuntimeDir ${folder.path}/temporary`,
    `ErrorLog ${folder.path}/apache.log`,
    `TypesConfig ${folder.path}/mime.types`,
    `DavLockDB ${folder.path}/temporary/locks`,
    "Mutex pthread",
    ...(isRoot ? ["User nobody", "Group nogroup"] : []),
    `DocumentRoot ${data}`,
    // Not at the top, and with what an address has to escape.
    `Alias "/my files" ${data}`,
    `<Directory ${data}>`,
    "Dav On",
    "AuthType Basic",
    "AuthName storage",
    "AuthBasicProvider file",
    `AuthUserFile ${folder.path}/users`,
    "Require valid-user",
    "</Directory>",
  ];
  writeFileSync(config, `${lines.join("\n")}\n`);
  const args = ["-DFOREGROUND", "-f", config];
  const environment = programs.environment;
  return serverIn(
    here,
    "/my%20files",
    await startServer(programs.path("usr/sbin/apache2"), args, { port, environment }),
  );
}

async function nginx(): Promise<WebdavServer> {
  const here = await place();
  const { programs, port, folder, data, isRoot } = here;
  const config = join(folder.path, "nginx.conf");
  writeFileSync(join(folder.path, "users"), hashedLogin());
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder.path}/temporary/${name};`,
  );
  writeFileSync(
    config,
    `load_module ${programs.path("usr/lib/nginx/modules/ngx_http_dav_ext_module.so")};
daemon off; worker_processes 2; pid ${folder.path}/nginx.pid; error_log ${folder.path}/nginx.log;
${isRoot ? "user nobody nogroup;" : ""}
events {}
http {
  access_log off; client_max_body_size 64m; ${temporary.join(" ")}
  server {
    listen 127.0.0.1:${port};
    root ${data};
    location / {
      dav_methods PUT DELETE MKCOL COPY MOVE; dav_ext_methods PROPFIND OPTIONS; create_full_put_path on;
      auth_basic storage; auth_basic_user_file ${folder.path}/users;
    }
  }
}
`,
  );
  const args = ["-p", folder.path, "-e", `${folder.path}/nginx.log`, "-c", config];
  const environment = programs.environment;
  return serverIn(here, "/", await startServer(programs.path("usr/sbin/nginx"), args, { port, environment }));
}

async function lighttpd(): Promise<WebdavServer> {
  const here = await place();
  const { programs, port, folder, data, isRoot } = here;
  const config = join(folder.path, "lighttpd.conf");
  writeFileSync(join(folder.path, "users"), `${user}:${password}\n`);
  writeFileSync(
    config,
    `server.modules = ("mod_auth", "mod_authn_file", "mod_webdav")
server.bind = "127.0.0.1"
server.port = ${port}
server.document-root = "${data}"
server.upload-dirs = ("${folder.path}/temporary")
server.errorlog = "${folder.path}/temporary/lighttpd.log"
${isRoot ? 'server.username = "nobody"\nserver.groupname = "nogroup"' : ""}
webdav.activate = "enable"
auth.backend = "plain"
auth.backend.plain.userfile = "${folder.path}/users"
auth.require = ("/" => ("method" => "basic", "realm" => "storage", "require" => "valid-user"))
`,
  );
  const args = ["-D", "-f", config, "-m", programs.path("usr/lib/lighttpd")];
  const environment = programs.environment;
  return serverIn(
    here,
    "",
    await startServer(programs.path("usr/sbin/lighttpd"), args, { port, environment }),
  );
}

async function rclone(): Promise<WebdavServer> {
  const here = await place();
  const { programs, port, data } = here;
  const address = ["--addr", `127.0.0.1:${port}`, "--user", user, "--pass", password];
  // It keeps listings for minutes otherwise.
  const args = ["serve", "webdav", data, ...address, "--dir-cache-time", "0s", "--config", "/dev/null"];
  const environment = programs.environment;
  return serverIn(here, "", await startServer(programs.path("usr/bin/rclone"), args, { port, environment }));
}

/**
 * An old one of what Nextcloud and ownCloud are made of, with a login of its own. Like theirs it writes a file beside its
 * place and moves it there: SabreDAV alone writes in place, so that two at once can leave a part of each.
 */
async function sabre(): Promise<WebdavServer> {
  const here = await place();
  const { programs, port, folder, data } = here;
  const script = join(folder.path, "server.php");
  const parts = join(folder.path, "parts");
  mkdirSync(parts);
  const words = [user, password, data, parts].map(
    (word) => `base64_decode("${Buffer.from(word).toString("base64")}")`,
  );
  writeFileSync(
    script,
    `<?php
error_reporting(0);
set_include_path(${JSON.stringify(programs.path("usr/share/php"))});
require "Sabre/autoload.php";
class Login extends Sabre\\DAV\\Auth\\Backend\\AbstractBasic {
  protected function validateUserPass($user, $password) { return $user === ${words[0]} && $password === ${words[1]}; }
}
function whole($path, $data) {
  $part = tempnam(${words[3]}, "part");
  file_put_contents($part, $data);
  rename($part, $path);
}
class WholeFile extends Sabre\\DAV\\FS\\File {
  function put($data) { whole($this->path, $data); }
}
class Folder extends Sabre\\DAV\\FS\\Directory {
  function createFile($name, $data = null) { whole($this->path . "/" . $name, $data); }
  function getChild($name) {
    $child = parent::getChild($name);
    $path = $this->path . "/" . $name;
    return $child instanceof Sabre\\DAV\\FS\\Directory ? new Folder($path) : new WholeFile($path);
  }
}
$server = new Sabre\\DAV\\Server(new Folder(${words[2]}));
$server->setBaseUri("/");
$server->addPlugin(new Sabre\\DAV\\Auth\\Plugin(new Login(), "storage"));
$server->exec();
`,
  );
  // Both are called after its version.
  const program = only(programs.path("usr/bin"), /^php\d[\d.]*$/);
  const extensions = only(programs.path("usr/lib/php"), /^\d+$/);
  const modules = "dom ctype iconv mbstring simplexml tokenizer xml xmlreader xmlwriter"
    .split(" ")
    .flatMap((name) => ["-d", `extension=${join(extensions, `${name}.so`)}`]);
  const args = ["-n", ...modules, "-S", `127.0.0.1:${port}`, script];
  // As many answer at the same time.
  const environment = { ...programs.environment, PHP_CLI_SERVER_WORKERS: "4" };
  return serverIn(here, "/", await startServer(program, args, { port, environment }));
}

function only(folder: string, name: RegExp): string {
  const found = readdirSync(folder).find((each) => name.test(each));
  if (!found) throw new Error(`There is no ${name} in ${folder}. Remove .output/storages and try again.`);
  return join(folder, found);
}

/** As Apache and nginx read it. */
function hashedLogin(): string {
  return `${user}:{SHA}${createHash("sha1").update(password).digest("base64")}\n`;
}
