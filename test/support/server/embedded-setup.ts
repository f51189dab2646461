import { startCluster } from './clusters'

export default () => startCluster('embedded')
